import {
  activated,
  BIRTHDATE,
  expect,
  fits,
  invited,
  newAddress,
  PASSWORD,
  PHONE,
  refusal,
  refuses,
  type AdapterCase,
  type AdapterUnderTest,
} from './adapter-case.js';

/** A further code, with the proof where linking asks for one. */
async function anotherCode(backend: AdapterUnderTest) {
  const { code } = await invited(backend);
  const { link } = await backend.connect().readConfig();
  const asked =
    link.verification === 'birthdate'
      ? { birthdate: BIRTHDATE }
      : link.verification === 'phone'
        ? { phone: PHONE }
        : {};
  return { code, ...asked };
}

/** What the owner of an account keeps on it. */
export const accountCases: AdapterCase[] = [
  {
    name: 'adds a further code, once, and says so when it is added again',
    needs: ['linkCode', 'createAccount'],
    run: async (backend) => {
      const { adapter } = await activated(backend);
      const code = await anotherCode(backend);
      const answer = await adapter.linkCode(code);
      fits('linkCode', answer);
      expect(
        answer.links.length === 2 && answer.link.relationship === 'other',
        'A second code should be a second link, of somebody else.',
      );
      await refuses(adapter.linkCode(code), 'already_linked');
    },
  },
  {
    name: 'says nothing of a code that another account used',
    needs: ['linkCode', 'createAccount'],
    run: async (backend) => {
      const owner = await activated(backend);
      const code = await anotherCode(backend);
      await owner.adapter.linkCode(code);
      const { adapter } = await activated(backend);
      await refuses(adapter.linkCode(code), 'no_records_found');
    },
  },
  {
    name: 'shows an account to its owner',
    needs: ['readAccount', 'createAccount'],
    run: async (backend) => {
      const { adapter, email } = await activated(backend);
      const account = await adapter.readAccount();
      fits('readAccount', account);
      expect(account.username === email, `It shows the account of ${account.username}.`);
    },
  },
  {
    name: 'changes what is given and nothing else',
    needs: ['updateContact', 'createAccount'],
    run: async (backend) => {
      const { adapter, email } = await activated(backend);
      const { editable } = await adapter.readAccount();
      if (!editable.includes('mobilePhone')) return;
      const account = await adapter.updateContact({ mobilePhone: '(202) 555-0177' });
      fits('updateContact', account);
      expect(
        account.mobilePhone === '+12025550177' && account.email === email,
        'The number should be E.164, and the address as it was.',
      );
    },
  },
  {
    name: 'takes a new address with the current password, if nobody has it',
    needs: ['updateContact', 'createAccount'],
    run: async (backend) => {
      const other = await activated(backend);
      const { adapter } = await activated(backend);
      const { editable } = await adapter.readAccount();
      if (!editable.includes('email')) return;
      const address = newAddress();
      await refuses(adapter.updateContact({ email: 'nothing', currentPassword: PASSWORD }), 'email_invalid');
      await refuses(adapter.updateContact({ email: address, currentPassword: 'wrong' }), 'invalid_credentials');
      await refuses(adapter.updateContact({ email: other.email, currentPassword: PASSWORD }), 'email_taken');
      fits('updateContact', await adapter.updateContact({ email: address, currentPassword: PASSWORD }));
    },
  },
  {
    name: 'changes the password in exchange for the current one, and ends the other sessions',
    needs: ['changePassword', 'createAccount', 'logIn'],
    run: async (backend) => {
      const { adapter, email } = await activated(backend);
      const elsewhere = backend.connect();
      await elsewhere.logIn({ username: email, password: PASSWORD });
      await refuses(
        adapter.changePassword({ currentPassword: 'wrong', newPassword: 'Greenfield8+' }),
        'invalid_credentials',
      );
      const weak = await refusal(adapter.changePassword({ currentPassword: PASSWORD, newPassword: 'x' }));
      expect(
        weak.code === 'password_policy' && weak.fields?.['newPassword'] !== undefined,
        'A weak password should be a problem of the field newPassword.',
      );
      fits('changePassword', await adapter.changePassword({ currentPassword: PASSWORD, newPassword: 'Greenfield8+' }));
      await refuses(elsewhere.readSession(), 'session_required');
      await adapter.readSession();
      await backend.connect().logIn({ username: email, password: 'Greenfield8+' });
    },
  },
  {
    name: 'shows the help of the first visit until it was closed',
    needs: ['markHelpSeen', 'readSession', 'createAccount'],
    run: async (backend) => {
      const { adapter } = await activated(backend);
      expect((await adapter.readSession()).firstVisit, 'The first visit should be one.');
      fits('markHelpSeen', await adapter.markHelpSeen());
      expect(!(await adapter.readSession()).firstVisit, 'It should be the first visit no more.');
    },
  },
  {
    name: 'lists the sessions and ends all others',
    needs: ['listSessions', 'endOtherSessions', 'logIn', 'createAccount'],
    run: async (backend) => {
      const { adapter, email } = await activated(backend);
      const elsewhere = backend.connect();
      await elsewhere.logIn({ username: email, password: PASSWORD });
      const answer = await adapter.listSessions();
      fits('listSessions', answer);
      expect(
        answer.sessions.length === 2 && answer.sessions.filter(({ current }) => current).length === 1,
        'There should be two sessions, one of them this.',
      );
      fits('endOtherSessions', await adapter.endOtherSessions());
      await refuses(elsewhere.readSession(), 'session_required');
    },
  },
];
