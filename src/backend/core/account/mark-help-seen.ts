import type { UseCase } from '../use-case.js';

/** The first-visit help was closed: it doesn't come by itself again. */
export const markHelpSeen: UseCase<'markHelpSeen'> = async ({ store, clock }, _input, { account }) => {
  await store.markHelpSeen(account.id, clock.now());
  return {};
};
