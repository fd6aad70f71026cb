import type { UseCase } from '../use-case.js';

/** Logs the account out everywhere but here. */
export const endOtherSessions: UseCase<'endOtherSessions'> = async ({ store, clock }, _input, { account, session }) => {
  await store.closeOtherSessions(account.id, session.digest, {
    events: [{ at: clock.now(), name: 'session.others_ended', accountId: account.id }],
  });
  return {};
};
