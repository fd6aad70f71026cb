import type { Store } from '../../backend/ports.js';
import type { Account, Invitation, Person, Ticket } from '../../backend/records.js';
import { account, invitation, link, NOW, noting, person, session, ticket } from './rows.js';

/** Somebody on file with a code. */
export async function invite(
  store: Store,
  given: { person?: Partial<Person>; invitation?: Partial<Invitation> } = {},
): Promise<{ person: Person; invitation: Invitation }> {
  const invited = person(given.person);
  await store.addPerson(invited, noting());
  const issued = invitation({ personId: invited.id, ...given.invitation });
  await store.issueInvitation(issued, { replaceOlder: false }, noting());
  return { person: invited, invitation: issued };
}

type Activation = Parameters<Store['activateAccount']>[0];

/** Opens a ticket on a code and prepares everything for an account of its own. */
export async function prepare(
  store: Store,
  of: Invitation,
  given: { ticket?: Partial<Ticket>; account?: Partial<Account>; act?: Partial<Activation> } = {},
): Promise<Activation> {
  const opened = ticket(of.id, given.ticket);
  await store.openTicket(opened, noting());
  const owner = account(given.account);
  return {
    ticketDigest: opened.digest,
    account: owner,
    link: link(owner.id, of),
    session: session(owner.id),
    personEmail: null,
    ...given.act,
  };
}

/** Somebody with an account, and all that belongs to it. */
export async function activate(
  store: Store,
  given: { person?: Partial<Person>; account?: Partial<Account>; act?: Partial<Activation> } = {},
): Promise<Activation & { person: Person; invitation: Invitation }> {
  const invited = await invite(store, given);
  const act = await prepare(store, invited.invitation, given);
  const outcome = await store.activateAccount(act, NOW, noting());
  if (outcome !== 'activated') throw new Error(`No account could be made: ${outcome}`);
  return { ...act, ...invited };
}

/** The names of all events so far. */
export const eventNames = async (store: Store): Promise<string[]> =>
  (await store.listEvents({})).map(({ name }) => name);
