import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** How a mail server behaves: takes mail, at once or slowly, is not there, refuses with a number, or falls silent after the letter. */
export type Behavior = 'takes' | 'slowly' | 'down' | 'hangs' | number;

/** A mail server of the tests' own, on a port that stays its own. */
export class MailServer {
  /** The Message-ID of every letter that was taken, in the order that they came. */
  readonly taken: string[] = [];
  /** How many letters came that were never answered. */
  hanging = 0;
  /** Called when somebody begins to send. */
  onSender: () => void = () => undefined;
  #behavior: Behavior = 'takes';
  #server: SMTPServer | undefined;
  #port = 0;

  static async start(): Promise<MailServer> {
    const mail = new MailServer();
    await mail.#listen();
    return mail;
  }

  get env(): { PORTAL_SMTP_URL: string } {
    return { PORTAL_SMTP_URL: `smtp://127.0.0.1:${this.#port}` };
  }

  async behave(behavior: Behavior): Promise<void> {
    this.#behavior = behavior;
    if (behavior === 'down') await this.stop();
    else if (!this.#server) await this.#listen();
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  async #listen(): Promise<void> {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 1,
      onMailFrom: (_address, _session, done) => {
        this.onSender();
        done();
      },
      onRcptTo: (_address, _session, done) => {
        const refused = typeof this.#behavior === 'number' && { responseCode: this.#behavior };
        done(refused ? Object.assign(new Error('not now'), refused) : null);
      },
      onData: (stream, _session, done) => {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
        stream.on('end', () => {
          if (this.#behavior === 'hangs') {
            this.hanging += 1;
            return;
          }
          this.taken.push(/^Message-ID: <([^@>]+)@/im.exec(text)?.[1] ?? 'none');
          setTimeout(done, this.#behavior === 'slowly' ? 200 : 0);
        });
      },
    });
    this.#server.on('error', () => undefined);
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server.server, 'listening');
    this.#port = (this.#server.server.address() as AddressInfo).port;
  }
}
