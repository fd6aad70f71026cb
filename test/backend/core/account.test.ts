import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changePassword } from '../../../src/backend/core/account/change-password.js';
import { endOtherSessions } from '../../../src/backend/core/account/end-other-sessions.js';
import { listSessions } from '../../../src/backend/core/account/list-sessions.js';
import { markHelpSeen } from '../../../src/backend/core/account/mark-help-seen.js';
import { readAccount } from '../../../src/backend/core/account/read-account.js';
import { updateContact } from '../../../src/backend/core/account/update-contact.js';
import { createAccount } from '../../../src/backend/core/activation/create-account.js';
import { verifyCode } from '../../../src/backend/core/activation/verify-code.js';
import { linkCode } from '../../../src/backend/core/linking/link-code.js';
import { logIn } from '../../../src/backend/core/login/log-in.js';
import { logOut } from '../../../src/backend/core/login/log-out.js';
import { readSession } from '../../../src/backend/core/login/read-session.js';
import { closeAccount } from '../../../src/backend/core/people/close-account.js';
import { confirmEmail } from '../../../src/backend/core/recovery/confirm-email.js';
import { requestPasswordReset } from '../../../src/backend/core/recovery/request-password-reset.js';
import { resetPassword } from '../../../src/backend/core/recovery/reset-password.js';
import { admit } from '../../../src/backend/core/sessions.js';
import type { PortalError } from '../../../src/contract/index.js';
import { BIRTHDATE, createWorld, PASSWORD, type World } from '../../support/deps.js';

const MINUTE = 60_000;
const refused = (code: string, more: Partial<PortalError> = {}) => ({ name: 'PortalError', code, ...more });
const enter = async ({ deps, visitor }: World, username: string, password = PASSWORD, network = '192.0.2.1') => {
  const guest = visitor({ network });
  const { step } = await logIn(deps, { username, password }, guest);
  return { guest, step, member: await admit(deps, guest, 'session') };
};

test('logging in', async (t) => {
  await t.test('takes the address in any case and leads to the landing page', async () => {
    const world = await createWorld();
    const { email } = await world.activate();
    assert.equal((await enter(world, ` ${email.toUpperCase()} `)).step, 'landing');
  });
  await t.test('leads to the consents only while a required one is open', async () => {
    const world = await createWorld();
    const { email } = await world.activate({ consents: false });
    assert.equal((await enter(world, email)).step, 'consent');
  });
  await t.test('refuses a missing account as it refuses a wrong password, and hashes for both', async () => {
    const world = await createWorld();
    const { email } = await world.activate();
    let hashes = 0;
    const { verify } = world.deps.hasher;
    world.deps.hasher.verify = (password, hash) => (hashes++, verify(password, hash));
    await assert.rejects(enter(world, email, 'wrong'), refused('invalid_credentials', { fields: undefined }));
    await assert.rejects(
      enter(world, 'nobody@example.org', 'wrong'),
      refused('invalid_credentials', { fields: undefined }),
    );
    assert.equal(hashes, 2);
  });
  await t.test('holds nothing against an owner that was guessed while the name was nobody’s', async () => {
    const guess = async (world: World, name: string) => {
      for (let i = 0; i < 100; i++)
        await assert.rejects(enter(world, name, 'wrong', `192.0.${i}.1`), refused('invalid_credentials'));
    };
    const world = await createWorld();
    await guess(world, 'invited@example.org');
    const { email, member } = await world.activate({ email: 'invited@example.org' });
    assert.equal((await enter(world, email)).step, 'landing');

    await guess(world, 'moved@example.org');
    await updateContact(world.deps, { email: 'moved@example.org', currentPassword: PASSWORD }, member);
    assert.equal((await enter(world, 'moved@example.org')).step, 'landing');

    const careful = await createWorld({ config: { confirmNewEmail: true } });
    const { member: other } = await careful.activate();
    await updateContact(careful.deps, { email: 'moved@example.org', currentPassword: PASSWORD }, other);
    await guess(careful, 'moved@example.org');
    const letter = (await careful.letters()).find(({ kind }) => kind === 'email-confirmation');
    assert.ok(letter?.kind === 'email-confirmation');
    await confirmEmail(careful.deps, { token: letter.token }, careful.visitor());
    assert.equal((await enter(careful, 'moved@example.org')).step, 'landing');
    // Whose it is already, it stays locked for.
    await guess(careful, 'moved@example.org');
    await assert.rejects(enter(careful, 'moved@example.org'), refused('invalid_credentials'));
  });
  await t.test(
    'makes a network wait after five wrong passwords, twice as long each time, and nobody else',
    async () => {
      const world = await createWorld();
      const { email } = await world.activate();
      for (let i = 0; i < 5; i++) await assert.rejects(enter(world, email, 'wrong'), refused('invalid_credentials'));
      await assert.rejects(enter(world, email), refused('too_many_attempts', { retryAfter: 1 }));
      assert.equal((await enter(world, email, PASSWORD, '198.51.100.7')).step, 'landing');
      world.clock.advance(1_000);
      await assert.rejects(enter(world, email, 'wrong'), refused('invalid_credentials'));
      await assert.rejects(enter(world, email), refused('too_many_attempts', { retryAfter: 2 }));
      world.clock.advance(2_000);
      assert.equal((await enter(world, email)).step, 'landing');
      assert.ok((await world.letters()).some(({ kind, to }) => kind === 'login-after-failures' && to === email));
    },
  );
  await t.test('waits alike for accounts that don’t exist', async () => {
    const world = await createWorld();
    for (let i = 0; i < 5; i++)
      await assert.rejects(enter(world, 'nobody@example.org', 'wrong'), refused('invalid_credentials'));
    await assert.rejects(enter(world, 'nobody@example.org', 'wrong'), refused('too_many_attempts'));
  });
  await t.test('compares few of a hundred parallel guesses, and lets ten right ones in at once', async () => {
    const world = await createWorld();
    const { email } = await world.activate();
    const other = await world.activate();
    const wrong = await Promise.allSettled(Array.from({ length: 100 }, () => enter(world, email, 'wrong')));
    const compared = wrong.filter(
      (end) => end.status === 'rejected' && (end.reason as PortalError).code === 'invalid_credentials',
    );
    assert.ok(compared.length <= 10, `${compared.length} were compared`);
    const right = await Promise.allSettled(
      Array.from({ length: 10 }, () => enter(world, other.email, PASSWORD, '203.0.113.5')),
    );
    assert.equal(right.filter(({ status }) => status === 'fulfilled').length, 10);
  });
  await t.test('stops counting a password after a hundred wrong ones in a row, until recovery', async () => {
    const world = await createWorld();
    const { email } = await world.activate();
    for (let i = 0; i < 100; i++)
      await assert.rejects(enter(world, email, 'wrong', `10.2.${i}.1`), refused('invalid_credentials'));
    await assert.rejects(enter(world, email, PASSWORD, '203.0.113.5'), refused('invalid_credentials'));
    await requestPasswordReset(world.deps, { username: email }, world.visitor());
    const letter = (await world.letters()).find(({ kind }) => kind === 'password-reset');
    assert.ok(letter?.kind === 'password-reset');
    await resetPassword(world.deps, { token: letter.token, password: 'Greenfield8+' }, world.visitor());
    assert.equal((await enter(world, email, 'Greenfield8+', '203.0.113.5')).step, 'landing');
  });
  await t.test(
    'begins no session where the password was reset, or the account closed, while it was compared',
    async () => {
      for (const meanwhile of ['reset', 'close'] as const) {
        const world = await createWorld();
        const { email, member } = await world.activate();
        await requestPasswordReset(world.deps, { username: email }, world.visitor());
        const letter = (await world.letters()).find(({ kind }) => kind === 'password-reset');
        assert.ok(letter?.kind === 'password-reset');
        const { verify } = world.deps.hasher;
        world.deps.hasher.verify = async (password, hash) => {
          const right = await verify(password, hash);
          if (meanwhile === 'close') await closeAccount(world.deps, email, true);
          else await resetPassword(world.deps, { token: letter.token, password: 'Greenfield8+' }, world.visitor());
          return right;
        };
        const { token } = (await world.activate()).member;
        const guest = world.visitor({ token });
        await assert.rejects(
          logIn(world.deps, { username: email, password: PASSWORD }, guest),
          refused('invalid_credentials'),
        );
        assert.equal(guest.token, token, 'the session that they came with goes on');
        await world.deps.store.disableAccount(member.account.id, null, { events: [] });
        assert.deepEqual(
          await world.deps.store.listSessions(member.account.id, world.deps.settings.sessions, world.clock.now()),
          [],
        );
      }
    },
  );
  await t.test('starts a new session each time, and the one before is dead', async () => {
    const world = await createWorld();
    const { email } = await world.activate();
    const { guest } = await enter(world, email);
    const before = guest.token;
    await logIn(world.deps, { username: email, password: PASSWORD }, guest);
    assert.notEqual(guest.token, before);
    await assert.rejects(admit(world.deps, world.visitor({ token: before }), 'session'), refused('session_required'));
  });
});

test('a session', async (t) => {
  await t.test('ends when nothing was asked for half an hour, and after twelve hours in any case', async () => {
    const world = await createWorld();
    const { email } = await world.activate();
    const { guest } = await enter(world, email);
    for (let i = 0; i < 24; i++) {
      world.clock.advance(29 * MINUTE);
      await admit(world.deps, guest, 'session');
    }
    world.clock.advance(24 * MINUTE);
    await assert.rejects(admit(world.deps, guest, 'session'), refused('session_required'));
    const idle = await enter(world, email);
    world.clock.advance(30 * MINUTE);
    await assert.rejects(admit(world.deps, idle.guest, 'session'), refused('session_required'));
  });
  await t.test('tells who is logged in and whether it is the first visit', async () => {
    const world = await createWorld();
    const { email } = await world.activate();
    const { member } = await enter(world, email);
    const session = await readSession(world.deps, {}, member);
    assert.deepEqual(session, {
      account: { username: email, language: 'en' },
      step: 'landing',
      firstVisit: true,
      idleSeconds: 1_800,
      expiresAt: new Date(world.clock.now() + 12 * 60 * MINUTE).toISOString(),
    });
    await markHelpSeen(world.deps, {}, member);
    assert.equal((await readSession(world.deps, {}, (await enter(world, email)).member)).firstVisit, false);
  });
  await t.test('is ended by logging out, here or everywhere else', async () => {
    const world = await createWorld();
    const { email } = await world.activate();
    const [here, there] = [await enter(world, email), await enter(world, email)];
    assert.equal((await listSessions(world.deps, {}, here.member)).sessions.filter(({ current }) => current).length, 1);
    await endOtherSessions(world.deps, {}, here.member);
    await assert.rejects(admit(world.deps, there.guest, 'session'), refused('session_required'));
    const token = here.guest.token;
    await logOut(world.deps, {}, here.guest);
    assert.equal(here.guest.token, undefined);
    await assert.rejects(admit(world.deps, world.visitor({ token }), 'session'), refused('session_required'));
  });
  await t.test('ends when the account is closed', async () => {
    const world = await createWorld();
    const { member, email } = await world.activate();
    await world.deps.store.disableAccount(member.account.id, world.clock.now(), { events: [] });
    await assert.rejects(enter(world, email), refused('invalid_credentials'));
  });
});

test('linking a code', async (t) => {
  const start = async (over?: Parameters<typeof createWorld>[0]) => {
    const world = await createWorld(over);
    const { member, email: own } = await world.activate();
    const { code } = await world.invite({ email: 'milo@example.org', givenName: 'Milo' });
    return { world, member, own, code };
  };
  await t.test(
    'adds the person, as somebody else where the account has its own, and tells the invited address',
    async () => {
      const { world, member, code } = await start();
      const { link, links, step } = await linkCode(world.deps, { code: code.toLowerCase() }, member);
      assert.equal(link.name, 'Milo Doe');
      assert.equal(link.relationship, 'other');
      assert.equal(links.length, 2);
      assert.equal(step, 'landing');
      assert.ok((await world.letters()).some(({ kind, to }) => kind === 'code-linked' && to === 'milo@example.org'));
    },
  );
  await t.test('says so when this account added it already, and nothing when another did', async () => {
    const { world, member, code } = await start();
    await linkCode(world.deps, { code }, member);
    await assert.rejects(linkCode(world.deps, { code }, member), refused('already_linked'));
    const stranger = await world.activate();
    await assert.rejects(
      linkCode(world.deps, { code }, stranger.member),
      refused('no_records_found', { reason: undefined }),
    );
  });
  await t.test('shares the five attempts of verification, so that a locked code can’t be linked', async () => {
    const { world, member, code } = await start({ config: { link: { verification: 'birthdate' } } });
    for (let i = 0; i < 5; i++)
      await assert.rejects(
        linkCode(world.deps, { code, birthdate: '1981-01-01' }, member),
        refused('no_records_found'),
      );
    await assert.rejects(linkCode(world.deps, { code, birthdate: BIRTHDATE }, member), refused('no_records_found'));
  });
  await t.test('gives the session a new token', async () => {
    const { world, code, own } = await start();
    const { guest, member } = await enter(world, own);
    const before = guest.token;
    await linkCode(world.deps, { code }, member);
    assert.notEqual(guest.token, before);
    await admit(world.deps, guest, 'session');
    await assert.rejects(admit(world.deps, world.visitor({ token: before }), 'session'), refused('session_required'));
  });
});

test('changing the password', async (t) => {
  await t.test('needs the current one, ends the other sessions and goes on in this one', async () => {
    const world = await createWorld();
    const { email } = await world.activate();
    const [here, there] = [await enter(world, email), await enter(world, email)];
    const change = (currentPassword: string, newPassword = 'Greenfield8+') =>
      changePassword(world.deps, { currentPassword, newPassword }, here.member);
    await assert.rejects(change('wrong'), refused('invalid_credentials'));
    await assert.rejects(change(PASSWORD, 'weak'), (error: PortalError) => {
      assert.deepEqual(error.fields, { newPassword: { code: 'policy', failed: ['length', 'digit', 'special'] } });
      return true;
    });
    await change(PASSWORD);
    await admit(world.deps, here.guest, 'session');
    await assert.rejects(admit(world.deps, there.guest, 'session'), refused('session_required'));
    await assert.rejects(enter(world, email), refused('invalid_credentials'));
    await enter(world, email, 'Greenfield8+');
    assert.ok((await world.letters()).some(({ kind, to }) => kind === 'password-changed' && to === email));
  });
  await t.test('shares the limit of logging in', async () => {
    const world = await createWorld();
    const { member, email } = await world.activate();
    const guess = () => changePassword(world.deps, { currentPassword: 'wrong', newPassword: 'Greenfield8+' }, member);
    for (let i = 0; i < 5; i++) await assert.rejects(guess(), refused('invalid_credentials'));
    await assert.rejects(enter(world, email), refused('too_many_attempts'));
  });
});

test('contact information', async (t) => {
  await t.test('is changed where given, phones in E.164', async () => {
    const world = await createWorld();
    const { member } = await world.activate();
    const account = await updateContact(
      world.deps,
      { mobilePhone: '(202) 555-0177', homePhone: null, language: 'es' },
      member,
    );
    assert.deepEqual([account.mobilePhone, account.homePhone, account.language], ['+12025550177', null, 'es']);
    await assert.rejects(
      updateContact(world.deps, { workPhone: '12' }, member),
      refused('invalid_input', { fields: { workPhone: { code: 'invalid' } } }),
    );
  });
  await t.test('takes a new address with the current password, tells both, and logs in with it', async () => {
    const world = await createWorld();
    const { member, email } = await world.activate();
    const other = await world.activate();
    const change = (address: string, currentPassword?: string) =>
      updateContact(world.deps, { email: address, ...(currentPassword !== undefined && { currentPassword }) }, member);
    await assert.rejects(
      change('moved@example.org'),
      refused('invalid_input', { fields: { currentPassword: { code: 'missing' } } }),
    );
    await assert.rejects(change('moved@example.org', 'wrong'), refused('invalid_credentials'));
    await assert.rejects(change('moved', PASSWORD), refused('email_invalid'));
    await assert.rejects(change(other.email, PASSWORD), refused('email_taken'));
    assert.equal((await change('moved@example.org', PASSWORD)).username, 'moved@example.org');
    await enter(world, 'moved@example.org');
    await assert.rejects(enter(world, email, PASSWORD, '203.0.113.8'), refused('invalid_credentials'));
    const told = (await world.letters()).filter(({ kind }) => kind === 'email-replaced').map(({ to }) => to);
    assert.deepEqual(told.sort(), [email, 'moved@example.org'].sort());
  });
  await t.test('waits for the confirmation of a new address where the portal wants that', async () => {
    const world = await createWorld({ config: { confirmNewEmail: true } });
    const { member, email } = await world.activate();
    assert.equal(
      (await updateContact(world.deps, { email: 'moved@example.org', currentPassword: PASSWORD }, member)).email,
      email,
    );
    const letter = (await world.letters()).find(({ kind }) => kind === 'email-confirmation');
    assert.ok(letter?.kind === 'email-confirmation');
    await confirmEmail(world.deps, { token: letter.token }, world.visitor());
    assert.equal(
      (await readAccount(world.deps, {}, (await enter(world, 'moved@example.org')).member)).email,
      'moved@example.org',
    );
    await assert.rejects(confirmEmail(world.deps, { token: letter.token }, world.visitor()), refused('token_expired'));
  });
  await t.test(
    'says of an address that isn’t confirmed only what is true, and writes to it again when it is asked to',
    async () => {
      const world = await createWorld({ config: { confirmNewEmail: true }, consents: [] });
      const { code, email } = await world.invite();
      const { ticket } = await verifyCode(world.deps, { code, birthdate: BIRTHDATE }, world.visitor());
      const guest = world.visitor();
      const address = 'moved@example.org';
      await createAccount(world.deps, { ticket, relationship: 'self', username: address, password: PASSWORD }, guest);
      const member = () => admit(world.deps, guest, 'session');
      const letters = async () =>
        (await world.letters()).flatMap((letter) =>
          letter.kind === 'email-replaced'
            ? [`${letter.audience} ${letter.to}`]
            : letter.kind === 'email-confirmation'
              ? [`confirm ${letter.to}`]
              : [],
        );
      const replaced = async () =>
        (await world.deps.store.listEvents({})).filter(({ name }) => name === 'email.replaced').length;
      assert.deepEqual(await letters(), [`pending ${email}`, `confirm ${address}`]);
      assert.equal(await replaced(), 0);

      const again = async (more: object) => updateContact(world.deps, { email: address, ...more }, await member());
      await assert.rejects(again({}), refused('invalid_input', { fields: { currentPassword: { code: 'missing' } } }));
      await again({ currentPassword: PASSWORD });
      assert.deepEqual(await letters(), [`pending ${email}`, `confirm ${address}`, `confirm ${address}`]);
      const tokens = (await world.letters()).flatMap((letter) =>
        letter.kind === 'email-confirmation' ? [letter.token] : [],
      );
      await assert.rejects(confirmEmail(world.deps, { token: tokens[0]! }, world.visitor()), refused('token_expired'));
      await confirmEmail(world.deps, { token: tokens[1]! }, world.visitor());
      assert.equal(await replaced(), 1);

      await updateContact(world.deps, { email: 'third@example.org', currentPassword: PASSWORD }, await member());
      assert.deepEqual((await letters()).slice(3), [`pending ${address}`, 'confirm third@example.org']);
      assert.equal(await replaced(), 1);
      await again({});
      assert.equal((await letters()).length, 5, 'the address that stands');
    },
  );
  await t.test('has at most five letters an hour written to one address, confirmed or not', async () => {
    for (const confirmNewEmail of [true, false]) {
      const world = await createWorld({ config: { confirmNewEmail }, consents: [] });
      const { member } = await world.activate();
      const victim = 'victim@example.org';
      const change = async (email: string) => {
        const account = (await world.deps.store.findAccount(member.account.id))!;
        return updateContact(world.deps, { email, currentPassword: PASSWORD }, { ...member, account });
      };
      const ends: string[] = [];
      for (let i = 0; i < 30; i++)
        ends.push(
          await change(i % 2 ? 'mine@example.org' : victim).then(
            () => 'done',
            ({ code }: PortalError) => code,
          ),
        );
      assert.ok(ends.includes('too_many_attempts'), ends.join(' '));
      const toVictim = (await world.letters()).filter(({ to }) => to === victim).length;
      assert.ok(toVictim > 0 && toVictim <= 5, `${toVictim} letters`);
      world.clock.advance(61 * MINUTE);
      await change('other@example.org');
    }
  });
  await t.test('counts no letter that could not be written down', async () => {
    const world = await createWorld();
    const { member, email } = await world.activate();
    const { updateContact: write } = world.deps.store;
    const change = () =>
      updateContact(world.deps, { email: 'moved@example.org', currentPassword: PASSWORD }, member).then(
        ({ email: now }) => now,
        ({ message }: Error) => message,
      );
    world.deps.store.updateContact = () => Promise.reject(new Error('the disk is full'));
    for (let times = 0; times < 8; times++) assert.equal(await change(), 'the disk is full');
    world.deps.store.updateContact = async () => 'username_taken';
    for (let times = 0; times < 8; times++) assert.equal(await change(), 'email_taken');
    world.deps.store.updateContact = write;
    assert.equal(await change(), 'moved@example.org', email);
  });
  await t.test('is read-only where the portal says so', async () => {
    const world = await createWorld({ config: { settings: { email: false } } });
    const { member } = await world.activate();
    await assert.rejects(
      updateContact(world.deps, { email: 'a@example.org', currentPassword: PASSWORD }, member),
      refused('not_allowed'),
    );
  });
});

test('recovery', async (t) => {
  const start = async () => {
    const world = await createWorld();
    const { email } = await world.activate();
    const ask = (username: string) => requestPasswordReset(world.deps, { username }, world.visitor());
    const tokens = async () =>
      (await world.letters()).flatMap((letter) => (letter.kind === 'password-reset' ? [letter.token] : []));
    const reset = (token: string, password = 'Greenfield8+') =>
      resetPassword(world.deps, { token, password }, world.visitor());
    return { world, email, ask, tokens, reset };
  };
  await t.test('answers alike for everybody and writes only to accounts', async () => {
    const { email, ask, tokens } = await start();
    assert.deepEqual(await ask('nobody@example.org'), {});
    assert.equal((await tokens()).length, 0);
    assert.deepEqual(await ask(email.toUpperCase()), {});
    assert.equal((await tokens()).length, 1);
  });
  await t.test('sets a new password once, within the hour, and ends every session', async () => {
    const { world, email, ask, tokens, reset } = await start();
    const { guest } = await enter(world, email);
    await ask(email);
    const [token] = await tokens();
    await assert.rejects(reset(token!, 'weak'), refused('password_policy'));
    assert.deepEqual(await reset(token!), { step: 'log-in' });
    await assert.rejects(admit(world.deps, guest, 'session'), refused('session_required'));
    await assert.rejects(reset(token!), refused('token_expired'));
    await enter(world, email, 'Greenfield8+');
    await ask(email);
    world.clock.advance(60 * MINUTE);
    await assert.rejects(reset((await tokens()).at(-1)!), refused('token_expired'));
  });
  await t.test('takes only the newest token, and none from before a change of password', async () => {
    const { world, email, ask, tokens, reset } = await start();
    await ask(email);
    await ask(email);
    const [first, second] = await tokens();
    await assert.rejects(reset(first!), refused('token_expired'));
    const { member } = await enter(world, email);
    await changePassword(world.deps, { currentPassword: PASSWORD, newPassword: 'Other-pass1' }, member);
    await assert.rejects(reset(second!), refused('token_expired'));
  });
  await t.test('writes at most five letters an hour to one address', async () => {
    const { world, email, ask, tokens } = await start();
    for (let i = 0; i < 8; i++) {
      assert.deepEqual(await ask(email), {});
      world.clock.advance(MINUTE);
    }
    assert.equal((await tokens()).length, 5);
  });
});
