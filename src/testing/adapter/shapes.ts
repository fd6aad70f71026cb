import { configSchema } from '../../contract/config.js';
import type { OperationName } from '../../contract/operations.js';
import { shown } from '../store/expect.js';
import { defineCases, type Definition } from './adapter-case.js';
import { demand, inShort, NotApplicable } from './conformance-error.js';
import { account, agree, agreement, newAddress, OTHER_PASSWORD, PASSWORD } from './portal.js';
import { refuses } from './refusals.js';
import { mailedToken } from './mailed-token.js';

const shape = (operation: OperationName, name: string, run: Definition['run']): Definition => ({
  name,
  rule: 'docs/security.md R-90',
  covers: [{ operation }],
  run,
});

/** What every operation answers when all is well. Its shape is looked at in every other case too. */
export const shapes = defineCases('shapes', [
  shape('readConfig', 'the config has the keys of the contract, each of its own kind', async (portal) => {
    const visitor = portal.visitor();
    await visitor.adapter.readConfig();
    // The client fills up what is missing or of another kind, so it has to be looked at before that.
    if (!visitor.hasWire) return;
    const { status, text, json } = await visitor.wire.ask('readConfig');
    const read = configSchema.safeParse(json);
    demand(
      status === 200 && read.success,
      'GET /config to print a config',
      `${status} ${inShort(text)} (${inShort(read.error?.issues ?? 'no problem')})`,
    );
  }),
  shape(
    'verifyCode',
    'a code and a proof are exchanged for a ticket, and the invited address is told',
    async (portal) => {
      const person = await portal.invited();
      const proof = await portal.proof(person);
      const { invitedEmail } = await portal.visitor().adapter.verifyCode({ code: person.code, ...proof });
      demand(invitedEmail === person.email, `invitedEmail to be ${person.email}`, invitedEmail);
    },
  ),
  shape('createAccount', 'a ticket makes an account, and logs in', async (portal) => {
    const { adapter, email } = await portal.newcomer();
    const { account: own } = await adapter.readSession();
    demand(own.username === email, `the session to be that of ${email}`, own.username);
  }),
  shape('renewCode', 'asking for a new code is answered', async (portal) => {
    const person = await portal.invited();
    await portal.visitor().adapter.renewCode({ code: person.code, ...(await portal.proof(person)) });
  }),
  shape('logIn', 'an account’s owner gets in, and is led to the landing page', async (portal) => {
    const { email } = await portal.member();
    const { step } = await portal.visitor().adapter.logIn({ username: email, password: PASSWORD });
    demand(step === 'landing', 'the step "landing", since no required consent is open', `"${step}"`);
  }),
  shape('readSession', 'a session tells whose it is, and how long it lasts', async (portal) => {
    const { adapter, email } = await portal.member();
    const session = await adapter.readSession();
    demand(session.account.username === email, `the user name ${email}`, session.account.username);
    demand(session.idleSeconds > 0, 'idleSeconds to be a number of seconds', session.idleSeconds);
  }),
  shape('logOut', 'logging out is answered, also without a session', async (portal) => {
    const { adapter } = portal.visitor();
    await adapter.logOut();
  }),
  shape('listConsents', 'what was agreed to is listed as it was shown', async (portal) => {
    const { adapter } = await portal.newcomer();
    const [document] = (await adapter.listConsents()).pending;
    if (!document) throw new NotApplicable('the portal has no consent document');
    await agree(adapter, document);
    const { pending, records } = await adapter.listConsents();
    demand(
      !pending.some(({ documentId }) => documentId === document.documentId),
      'an answered document to be pending no more',
      pending,
    );
    const record = records.find(({ documentId }) => documentId === document.documentId);
    const told = (of: object) =>
      shown(
        Object.fromEntries(
          ['version', 'language', 'title', 'body', 'questions'].map((key) => [
            key,
            (of as Record<string, unknown>)[key],
          ]),
        ),
      );
    demand(
      record !== undefined && told(record) === told(document),
      `the record to hold the text as it was shown: ${inShort(told(document))}`,
      record ? told(record) : 'no record',
    );
    demand(
      record.decision === 'accept' && shown(record.answers) === shown(agreement(document).answers),
      'the record to hold the decision and the answers',
      record,
    );
  }),
  shape('answerConsent', 'an answer leads on', async (portal) => {
    const { adapter } = await portal.newcomer();
    const { pending } = await adapter.listConsents();
    if (pending.length === 0) throw new NotApplicable('the portal has no consent document');
    const steps: string[] = [];
    for (const document of pending) steps.push((await agree(adapter, document)).step);
    demand(steps.at(-1) === 'landing', 'the last answer to lead to "landing"', steps);
  }),
  shape('withdrawConsent', 'an optional consent is taken back, and the record says when', async (portal) => {
    const { adapter } = await portal.member();
    const document = (await adapter.listConsents()).pending.find(({ required }) => !required);
    if (!document) throw new NotApplicable('the portal has no optional consent document');
    await agree(adapter, document);
    await adapter.withdrawConsent({ documentId: document.documentId });
    const record = (await adapter.listConsents()).records.find(({ documentId }) => documentId === document.documentId);
    demand(record?.withdrawnAt !== undefined, 'the record to stay, with withdrawnAt', record ?? 'no record');
  }),
  shape('linkCode', 'a further code is a further link, of somebody else', async (portal) => {
    const { adapter } = await portal.member();
    const { code } = await portal.invited();
    const { link, links } = await adapter.linkCode({ code, ...(await portal.linkProof()) });
    const { settings } = await adapter.readConfig();
    const shown = settings.people ? 2 : 1;
    demand(
      links.length === shown && links.some(({ id }) => id === link.id),
      `${shown} links, the new one among them`,
      links,
    );
    demand(
      link.relationship === 'other',
      'the relationship "other", since the account has a link to its own person',
      link,
    );
  }),
  shape('readAccount', 'an account is shown to its owner', async (portal) => {
    const { adapter, email } = await portal.member();
    const own = await adapter.readAccount();
    const { settings } = await adapter.readConfig();
    const links = settings.people ? 1 : 0;
    demand(own.username === email && own.links.length === links, `the account of ${email} with ${links} links`, own);
  }),
  shape('updateContact', 'what is given is changed, and nothing else', async (portal) => {
    const { adapter } = await portal.member();
    const before = await adapter.readAccount();
    if (!before.editable.includes('mobilePhone')) throw new NotApplicable('phones can’t be edited here');
    const after = await adapter.updateContact({ mobilePhone: '+12025550177' });
    demand(
      shown(after) === shown({ ...before, mobilePhone: '+12025550177' }),
      `the account as before with another mobilePhone (${inShort(before)})`,
      after,
    );
    demand(
      shown(await adapter.readAccount()) === shown(after),
      'the account to be shown as changed',
      await adapter.readAccount(),
    );
  }),
  shape('changePassword', 'a new password takes the place of the old one', async (portal) => {
    const { adapter, email } = await portal.member();
    await adapter.changePassword({ currentPassword: PASSWORD, newPassword: OTHER_PASSWORD });
    await portal.visitor().adapter.logIn({ username: email, password: OTHER_PASSWORD });
    const old = portal.visitor().adapter.logIn({ username: email, password: PASSWORD });
    await refuses(old, 'invalid_credentials', 'the old password');
  }),
  shape('markHelpSeen', 'the help of the first visit is shown until it was closed', async (portal) => {
    await portal.demandFeature('markHelpSeen');
    const { adapter } = await portal.member();
    demand((await adapter.readSession()).firstVisit, 'firstVisit to be true at first', 'false');
    await adapter.markHelpSeen();
    demand(!(await adapter.readSession()).firstVisit, 'firstVisit to be false once the help was closed', 'true');
  }),
  shape('listSessions', 'the open sessions are listed, one of them as this', async (portal) => {
    const { adapter, email } = await portal.member();
    await portal.visitor().adapter.logIn({ username: email, password: PASSWORD });
    const { sessions } = await adapter.listSessions();
    demand(
      sessions.length === 2 && sessions.filter(({ current }) => current).length === 1,
      'two sessions, one of them current',
      sessions,
    );
  }),
  shape('endOtherSessions', 'the other sessions end, and this one goes on', async (portal) => {
    const { adapter, email } = await portal.member();
    const elsewhere = portal.visitor().adapter;
    await elsewhere.logIn({ username: email, password: PASSWORD });
    await adapter.endOtherSessions();
    await refuses(elsewhere.readSession(), 'session_required', 'another session that was ended');
    await adapter.readSession();
  }),
  shape('requestPasswordReset', 'asking for a reset link is answered', async (portal) => {
    await portal.visitor().adapter.requestPasswordReset({ username: newAddress() });
  }),
  shape('resetPassword', 'a mailed token sets a new password', async (portal) => {
    const mailbox = portal.demand('mailbox');
    const { email } = await portal.member();
    const { adapter } = portal.visitor();
    await adapter.requestPasswordReset({ username: email });
    await adapter.resetPassword({ token: await mailedToken(mailbox, email, 'reset'), password: OTHER_PASSWORD });
    await adapter.logIn({ username: email, password: OTHER_PASSWORD });
  }),
  shape('confirmEmail', 'a mailed token confirms a new address, which counts from then on', async (portal) => {
    const mailbox = portal.demand('mailbox');
    if (!(await portal.config()).confirmNewEmail)
      throw new NotApplicable('the portal doesn’t ask to confirm a new address (confirmNewEmail)');
    const { visitor, ticket, email } = await portal.holder();
    const address = newAddress();
    await visitor.adapter.createAccount(account(ticket, address));
    await visitor.adapter.confirmEmail({ token: await mailedToken(mailbox, address, 'confirm') });
    await portal.visitor().adapter.logIn({ username: address, password: PASSWORD });
    await refuses(
      portal.visitor().adapter.logIn({ username: email, password: PASSWORD }),
      'invalid_credentials',
      'the invited address that another one replaced',
    );
  }),
]);
