import type { Clock, Mail, Mailer } from '../ports.js';

/** A mail that arrived. */
interface MailboxMessage extends Mail {
  /** ISO 8601, UTC. */
  sentAt: string;
}

/** A mailbox in memory, and the mailer that fills it. */
export interface Mailbox extends Mailer {
  /** What arrived, oldest first. */
  readonly messages: readonly MailboxMessage[];
  /** Throws everything away. */
  clear(): void;
}

/** Keeps mail instead of sending it: for the mock, the demo and tests. A letter sent twice is there once. */
export function createMailbox(clock: Clock = { now: () => Date.now() }): Mailbox {
  const messages: MailboxMessage[] = [];
  return {
    messages,
    clear: () => void messages.splice(0),
    send: async (mail) => {
      if (messages.some(({ id }) => id === mail.id)) return;
      messages.push({ ...mail, sentAt: new Date(clock.now()).toISOString() });
    },
  };
}
