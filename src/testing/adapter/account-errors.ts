import type { PortalAdapter } from '../../adapter/portal-adapter.js';
import { failedRules } from '../../contract/fields/password.js';
import { defineCases } from './adapter-case.js';
import { demand, NotApplicable } from './conformance-error.js';
import { demandRules, error, NO_ADDRESSES } from './error-case.js';
import { newAddress, OTHER_PASSWORD, PASSWORD, type Member, type Portal } from './portal.js';
import { namesField, refuses } from './refusals.js';

async function mayChangeAddress(portal: Portal): Promise<Member> {
  const member = await portal.member();
  const { editable } = await member.adapter.readAccount();
  if (!editable.includes('email')) throw new NotApplicable('the address can’t be edited here');
  return member;
}

async function stillHas(adapter: PortalAdapter, email: string): Promise<void> {
  const now = await adapter.readAccount();
  demand(now.email === email, `the address still to be ${email}`, now.email);
}

/** The errors of what somebody does on their own account. */
export const accountErrors = defineCases('errors', [
  error(
    'updateContact',
    'email_invalid',
    'a new address that is none is refused as that',
    async (portal) => {
      const { adapter, email } = await mayChangeAddress(portal);
      for (const typed of NO_ADDRESSES) {
        await refuses(
          adapter.updateContact({ email: typed, currentPassword: PASSWORD }),
          'email_invalid',
          `the address ${JSON.stringify(typed)}`,
        );
      }
      await stillHas(adapter, email);
    },
    'docs/security.md R-26',
  ),
  error('updateContact', 'email_taken', 'a new address that has an account is taken', async (portal) => {
    const other = await portal.newcomer();
    const { adapter } = await mayChangeAddress(portal);
    await refuses(
      adapter.updateContact({ email: other.email, currentPassword: PASSWORD }),
      'email_taken',
      'another account’s address',
    );
  }),
  error('updateContact', 'invalid_credentials', 'a new address needs the right password', async (portal) => {
    const { adapter, email } = await mayChangeAddress(portal);
    await refuses(
      adapter.updateContact({ email: newAddress(), currentPassword: 'wrong' }),
      'invalid_credentials',
      'a new address with a wrong password',
    );
    await stillHas(adapter, email);
  }),
  error(
    'updateContact',
    'invalid_input',
    'a new address without the password is refused, and the field named',
    async (portal) => {
      const { adapter, email } = await mayChangeAddress(portal);
      const refused = await refuses(
        adapter.updateContact({ email: newAddress() }),
        'invalid_input',
        'a new address without currentPassword',
      );
      namesField(refused, 'currentPassword', ['missing']);
      await stillHas(adapter, email);
    },
  ),
  error(
    'changePassword',
    'invalid_credentials',
    'a new password needs the current one',
    async (portal) => {
      const { adapter, email } = await portal.member();
      await refuses(
        adapter.changePassword({ currentPassword: 'wrong', newPassword: OTHER_PASSWORD }),
        'invalid_credentials',
        'a wrong current password',
      );
      await portal.visitor().adapter.logIn({ username: email, password: PASSWORD });
    },
    'docs/security.md R-36',
  ),
  error(
    'changePassword',
    'password_policy',
    'a new password is refused by the rules that it breaks',
    async (portal) => {
      const { adapter, email } = await portal.member();
      const expected = failedRules('x', (await portal.config()).password, email);
      const refused = await refuses(
        adapter.changePassword({ currentPassword: PASSWORD, newPassword: 'x' }),
        'password_policy',
        'the new password "x"',
      );
      namesField(refused, 'newPassword', ['policy']);
      demandRules(refused, 'newPassword', expected);
    },
    'docs/security.md R-31',
  ),
]);
