import { defineCases } from './adapter-case.js';
import { demand, NotApplicable } from './conformance-error.js';
import { account, newAddress, UNKNOWN_CODE, type Person, type Portal } from './portal.js';
import { refuses } from './refusals.js';
import { exactly } from './visitor.js';

/** Demands that two ends of a call are the same to the last byte. */
function alike(told: string, other: string, what: string, than: string): void {
  demand(told === other, `${what} to be answered byte for byte as ${than}: ${other}`, told);
}

/** How the verification of a code with a wrong proof, or a given one, ends. */
async function verifying(portal: Portal, code: string, proof?: object): Promise<string> {
  return exactly(portal.visitor(), 'verifyCode', { code, ...(proof ?? (await portal.wrongProof(1))) });
}

async function used(portal: Portal): Promise<Person> {
  const { code, email, personId } = await portal.newcomer();
  return { code, email, personId };
}

async function replaced(portal: Portal): Promise<Person> {
  const again = portal.demand('inviteAgain');
  const person = await portal.invited();
  if (!person.personId) throw new NotApplicable('`invite` gives no personId');
  await again(person.personId);
  return person;
}

const records = { operation: 'verifyCode', error: 'no_records_found' } as const;
const DAY = 86_400_000;
const R12 = 'docs/security.md R-12';

/** Whoever has proved nothing learns nothing. */
export const uniform = defineCases('uniform answers', [
  {
    name: 'a wrong proof is answered as an unknown code is',
    rule: R12,
    covers: [records],
    run: async (portal) => {
      const { code } = await portal.invited();
      const unknown = await verifying(portal, UNKNOWN_CODE);
      alike(await verifying(portal, code), unknown, 'a wrong proof', 'an unknown code');
    },
  },
  {
    name: 'a used code with a wrong proof is answered as an unknown code is',
    rule: R12,
    covers: [records],
    run: async (portal) => {
      const { code } = await used(portal);
      const unknown = await verifying(portal, UNKNOWN_CODE);
      alike(await verifying(portal, code), unknown, 'a used code with a wrong proof', 'an unknown code');
    },
  },
  {
    name: 'a replaced code with a wrong proof is answered as an unknown code is',
    rule: R12,
    covers: [records],
    run: async (portal) => {
      const { code } = await replaced(portal);
      const unknown = await verifying(portal, UNKNOWN_CODE);
      alike(await verifying(portal, code), unknown, 'a replaced code with a wrong proof', 'an unknown code');
    },
  },
  {
    name: 'a locked code with the right proof is answered as an unknown code is',
    rule: R12,
    covers: [records],
    run: async (portal) => {
      const person = await portal.invited();
      const { adapter } = portal.visitor();
      for (let n = 1; n <= 5; n += 1) {
        const guess = adapter.verifyCode({ code: person.code, ...(await portal.wrongProof(n)) });
        await refuses(guess, 'no_records_found', `wrong proof ${n} of five`);
      }
      const proof = await portal.proof(person);
      const unknown = await verifying(portal, UNKNOWN_CODE, proof);
      alike(
        await verifying(portal, person.code, proof),
        unknown,
        'a locked code with the right proof',
        'an unknown code',
      );
    },
  },
  {
    name: 'who proved to be the person is told that the code was used',
    rule: 'docs/http.md The HTTP interface',
    covers: [records],
    run: async (portal) => {
      const person = await used(portal);
      const verify = portal.visitor().adapter.verifyCode({ code: person.code, ...(await portal.proof(person)) });
      const { reason } = await refuses(verify, 'no_records_found', 'a used code');
      demand(reason === 'used', 'the reason "used"', reason ?? 'no reason');
    },
  },
  {
    name: 'who proved to be the person is told that the code was replaced',
    rule: 'docs/http.md The HTTP interface',
    covers: [records],
    run: async (portal) => {
      const person = await replaced(portal);
      const verify = portal.visitor().adapter.verifyCode({ code: person.code, ...(await portal.proof(person)) });
      const { reason } = await refuses(verify, 'no_records_found', 'a replaced code');
      demand(reason === 'replaced', 'the reason "replaced"', reason ?? 'no reason');
    },
  },
  {
    name: 'who proved to be the person is told that the code has expired',
    rule: 'docs/security.md R-7',
    covers: [records],
    run: async (portal) => {
      const clock = portal.demand('clock');
      const person = await portal.invited();
      const { expiresAt, code } = person;
      if (!expiresAt) throw new NotApplicable('`invite` gives no expiresAt');
      const { adapter } = portal.visitor();
      const proof = await portal.proof(person);
      const ticket = await adapter.verifyCode({ code, ...proof });
      // Nobody here knows the backend's time, but a ticket just made ends within a day of it.
      await clock.advance(Date.parse(expiresAt) - Date.parse(ticket.expiresAt) + DAY);
      const { reason } = await refuses(adapter.verifyCode({ code, ...proof }), 'no_records_found', 'an expired code');
      demand(reason === 'expired', 'the reason "expired"', reason ?? 'no reason');
    },
  },
  {
    name: 'asking for a new code is answered alike, whatever the code is',
    rule: R12,
    covers: [{ operation: 'renewCode' }],
    run: async (portal) => {
      const person = await portal.invited();
      const spent = await used(portal);
      const proof = await portal.proof(person);
      const ask = (code: string, more: object) => exactly(portal.visitor(), 'renewCode', { code, ...more });
      const unknown = await ask(UNKNOWN_CODE, proof);
      alike(await ask(person.code, proof), unknown, 'a code that waits', 'an unknown code');
      alike(await ask(person.code, await portal.wrongProof(1)), unknown, 'a wrong proof', 'an unknown code');
      alike(await ask(spent.code, proof), unknown, 'a used code', 'an unknown code');
    },
  },
  {
    name: 'a wrong password is answered as an unknown user name is',
    rule: 'docs/security.md R-40',
    covers: [{ operation: 'logIn', error: 'invalid_credentials' }],
    run: async (portal) => {
      const { email } = await portal.newcomer();
      const logIn = (username: string) => exactly(portal.visitor(), 'logIn', { username, password: 'wrong' });
      alike(await logIn(email), await logIn(newAddress()), 'a wrong password', 'an unknown user name');
    },
  },
  {
    name: 'asking for a reset link is answered alike, whether or not there is an account',
    rule: 'docs/security.md R-37',
    covers: [{ operation: 'requestPasswordReset' }],
    run: async (portal) => {
      const { email } = await portal.newcomer();
      const ask = (username: string) => exactly(portal.visitor(), 'requestPasswordReset', { username });
      alike(await ask(email), await ask(newAddress()), 'a reset for an account', 'one for nobody');
      alike(await ask('no address'), await ask(newAddress()), 'a reset for what is no address', 'one for nobody');
    },
  },
  {
    name: 'without a ticket nobody learns whether an address is taken',
    rule: 'docs/security.md R-22',
    covers: [{ operation: 'createAccount', error: 'ticket_expired' }],
    run: async (portal) => {
      const { email } = await portal.newcomer();
      const create = (username: string) => exactly(portal.visitor(), 'createAccount', account('made-up', username));
      alike(await create(email), await create(newAddress()), 'a taken address with a made-up ticket', 'a free one');
    },
  },
  {
    name: 'a code that another account used can’t be told from none by linking it',
    rule: 'docs/security.md R-57',
    covers: [{ operation: 'linkCode', error: 'no_records_found' }],
    run: async (portal) => {
      if ((await portal.config()).link.verification !== 'none') {
        throw new NotApplicable('linking asks for a proof here, and who gives it may be told the reason');
      }
      const { code } = await used(portal);
      const { visitor } = await portal.member();
      const link = (each: string) => exactly(visitor, 'linkCode', { code: each });
      alike(await link(code), await link(UNKNOWN_CODE), 'another account’s code', 'an unknown code');
    },
  },
]);
