import { EXAMPLES } from '../../contract/examples.js';
import { failedRules } from '../../contract/fields/password.js';
import { operationNamed, type OperationName } from '../../contract/operations.js';
import { defineCases } from './adapter-case.js';
import { NotApplicable } from './conformance-error.js';
import { demandRules, error, NO_ADDRESSES } from './error-case.js';
import { mailedToken } from './mailed-token.js';
import { account, newAddress, OTHER_PASSWORD, UNKNOWN_CODE } from './portal.js';
import { namesField, refuses } from './refusals.js';

/** The errors of getting in: what brings them about, and what they carry. */
export const errors = defineCases('errors', [
  error('verifyCode', 'no_records_found', 'a code that was never issued is refused', async (portal) => {
    const proof = await portal.proof({ email: newAddress() });
    await refuses(
      portal.visitor().adapter.verifyCode({ code: UNKNOWN_CODE, ...proof }),
      'no_records_found',
      'an unknown code',
    );
  }),
  error(
    'createAccount',
    'email_invalid',
    'what is no address is refused as that, and the ticket stays good',
    async (portal) => {
      const { visitor, ticket, email } = await portal.holder();
      const wrong = (await portal.config()).username === 'any' ? [''] : NO_ADDRESSES;
      for (const typed of wrong) {
        const refused = visitor.adapter.createAccount(account(ticket, typed));
        await refuses(refused, 'email_invalid', `the user name ${JSON.stringify(typed)}`);
      }
      await visitor.adapter.createAccount(account(ticket, email));
    },
    'docs/security.md R-26',
  ),
  error(
    'createAccount',
    'email_taken',
    'an address that has an account is taken, and the ticket stays good',
    async (portal) => {
      const other = await portal.newcomer();
      const { visitor, ticket, email } = await portal.holder();
      await refuses(
        visitor.adapter.createAccount(account(ticket, other.email)),
        'email_taken',
        'an address that has an account',
      );
      await visitor.adapter.createAccount(account(ticket, email));
    },
    'docs/security.md R-22',
  ),
  error(
    'createAccount',
    'password_policy',
    'a password is refused by the rules that it breaks, and the ticket stays good',
    async (portal) => {
      const { visitor, ticket, email } = await portal.holder();
      const policy = (await portal.config()).password;
      for (const typed of ['x', 'Bluewater', email, 'ab7-']) {
        const expected = failedRules(typed, policy, email);
        if (expected.length === 0) continue;
        const refused = await refuses(
          visitor.adapter.createAccount(account(ticket, email, typed)),
          'password_policy',
          `the password ${JSON.stringify(typed)}`,
        );
        namesField(refused, 'password', ['policy']);
        demandRules(refused, 'password', expected);
      }
      await visitor.adapter.createAccount(account(ticket, email));
    },
    'docs/security.md R-31',
  ),
  error(
    'createAccount',
    'ticket_expired',
    'a made-up ticket is refused',
    async (portal) => {
      await refuses(
        portal.visitor().adapter.createAccount(account('made-up', newAddress())),
        'ticket_expired',
        'a made-up ticket',
      );
    },
    'docs/security.md R-17',
  ),
  error(
    'renewCode',
    'not_allowed',
    'what the portal switches off is refused',
    async (portal) => {
      const features = await portal.features();
      const off = (Object.keys(EXAMPLES) as OperationName[]).filter((name) => !features.includes(name));
      if (off.length === 0) throw new NotApplicable('nothing is switched off here');
      const guarded = off.some((name) => operationNamed(name).access !== 'public');
      const { unwatched } = guarded ? (await portal.member()).visitor : portal.visitor();
      for (const name of off) {
        const call = unwatched[name] as (input: unknown) => Promise<unknown>;
        await refuses(call(EXAMPLES[name].input), 'not_allowed', `${name}, which isn’t among \`features\`,`);
      }
    },
    'docs/security.md R-65',
  ),
  error('logIn', 'invalid_credentials', 'a wrong password is refused', async (portal) => {
    const { email } = await portal.newcomer();
    await refuses(
      portal.visitor().adapter.logIn({ username: email, password: 'wrong' }),
      'invalid_credentials',
      'a wrong password',
    );
  }),
  error('resetPassword', 'token_expired', 'a made-up token sets no password', async (portal) => {
    await refuses(
      portal.visitor().adapter.resetPassword({ token: 'made-up', password: OTHER_PASSWORD }),
      'token_expired',
      'a made-up token',
    );
  }),
  error(
    'resetPassword',
    'password_policy',
    'a weak password is refused, and the mailed token stays good',
    async (portal) => {
      const mailbox = portal.demand('mailbox');
      const { email } = await portal.newcomer();
      const { adapter } = portal.visitor();
      await adapter.requestPasswordReset({ username: email });
      const token = await mailedToken(mailbox, email, 'reset');
      const refused = await refuses(
        adapter.resetPassword({ token, password: 'x' }),
        'password_policy',
        'the new password "x"',
      );
      namesField(refused, 'password', ['policy']);
      await adapter.resetPassword({ token, password: OTHER_PASSWORD });
    },
  ),
  error('confirmEmail', 'token_expired', 'a made-up token confirms nothing', async (portal) => {
    await refuses(portal.visitor().adapter.confirmEmail({ token: 'made-up' }), 'token_expired', 'a made-up token');
  }),
]);
