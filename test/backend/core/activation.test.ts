import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAccount } from '../../../src/backend/core/activation/create-account.js';
import { renewCode } from '../../../src/backend/core/activation/renew-code.js';
import { verifyCode } from '../../../src/backend/core/activation/verify-code.js';
import { logIn } from '../../../src/backend/core/login/log-in.js';
import { admit } from '../../../src/backend/core/sessions.js';
import { issueInvitation } from '../../../src/backend/core/invitations/issue-invitation.js';
import { revokeInvitation } from '../../../src/backend/core/invitations/revoke-invitation.js';
import type { PortalError } from '../../../src/contract/index.js';
import { BIRTHDATE, createWorld, PASSWORD, type World } from '../../support/deps.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
const refused = (code: string, more: Partial<PortalError> = {}) => ({ name: 'PortalError', code, ...more });
const verify = ({ deps, visitor }: World, code: string, birthdate = BIRTHDATE, network = '192.0.2.1') =>
  verifyCode(deps, { code, birthdate }, visitor({ network }));

test('verifying a code', async (t) => {
  await t.test('exchanges it for a ticket, in any spelling, and changes nothing about it', async () => {
    const world = await createWorld();
    const { code, email } = await world.invite();
    const first = await verify(world, code.toLowerCase().replaceAll('-', ' '));
    assert.equal(first.step, 'create-account');
    assert.equal(first.invitedEmail, email);
    assert.deepEqual(Object.keys(first).sort(), ['expiresAt', 'invitedEmail', 'step', 'ticket']);
    assert.notEqual((await verify(world, code)).ticket, first.ticket);
  });
  await t.test('refuses a wrong birthdate as it refuses an unknown code', async () => {
    const world = await createWorld();
    const { code } = await world.invite();
    await assert.rejects(
      verify(world, code, '1981-01-01'),
      refused('no_records_found', { reason: undefined, fields: undefined }),
    );
    await assert.rejects(
      verify(world, '01231-14567-89ABJ'),
      refused('no_records_found', { reason: undefined, fields: undefined }),
    );
  });
  await t.test('tells the reason only to who proved to be the person', async () => {
    const world = await createWorld();
    const used = await world.activate();
    await assert.rejects(verify(world, used.code), refused('no_records_found', { reason: 'used' }));
    await assert.rejects(verify(world, used.code, '1981-01-01'), refused('no_records_found', { reason: undefined }));

    const old = await world.invite();
    await issueInvitation(world.deps, { personId: old.personId });
    await assert.rejects(verify(world, old.code), refused('no_records_found', { reason: 'replaced' }));

    const late = await world.invite();
    world.clock.advance(30 * DAY);
    await assert.rejects(verify(world, late.code), refused('no_records_found', { reason: 'expired' }));
  });
  await t.test(
    'kills the code after five wrong birthdates, from wherever they come, and tells its holder',
    async () => {
      const world = await createWorld();
      const { code, email } = await world.invite();
      for (let i = 0; i < 5; i++)
        await assert.rejects(verify(world, code, '1981-01-01', `198.51.100.${i}`), refused('no_records_found'));
      await assert.rejects(
        verify(world, code, BIRTHDATE, '203.0.113.9'),
        refused('no_records_found', { reason: undefined }),
      );
      assert.ok((await world.letters()).some(({ kind, to }) => kind === 'code-locked' && to === email));
    },
  );
  await t.test('counts parallel guesses: of two hundred, at most five are ever compared', async () => {
    const world = await createWorld({ config: { verification: { methods: ['phone'] } } });
    const { code } = await world.invite();
    let compared = 0;
    const { parse } = world.deps.phones;
    world.deps.phones = { parse: (typed, region) => (compared++, parse(typed, region)) };
    // A slow look-up, so that all of them have asked before the first is compared.
    const { findInvitation } = world.deps.store;
    world.deps.store.findInvitation = async (digest) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return findInvitation(digest);
    };
    const guess = (phone: string, network: string) =>
      verifyCode(world.deps, { code, phone }, world.visitor({ network }));
    const ends = await Promise.allSettled(Array.from({ length: 200 }, (_, i) => guess('+12025550000', `10.0.0.${i}`)));
    assert.ok(ends.every(({ status }) => status === 'rejected'));
    assert.equal(compared, 5);
    await assert.rejects(guess('+12025550123', '203.0.113.9'), refused('no_records_found', { reason: undefined }));
    assert.equal(compared, 5);
  });
  await t.test('keeps a ticket that was opened before the code was locked', async () => {
    const world = await createWorld();
    const { code, email } = await world.invite();
    const { ticket } = await verify(world, code);
    for (let i = 0; i < 5; i++) await assert.rejects(verify(world, code, '1981-01-01'));
    const done = await createAccount(
      world.deps,
      { ticket, relationship: 'self', username: email, password: PASSWORD },
      world.visitor(),
    );
    assert.equal(done.step, 'consent');
  });
  await t.test('limits wrong codes from one network, and says when to come back', async () => {
    const world = await createWorld();
    for (let i = 0; i < 10; i++) await assert.rejects(verify(world, `unknown-${i}`), refused('no_records_found'));
    await assert.rejects(verify(world, 'unknown-11'), (error: PortalError) => {
      assert.equal(error.code, 'too_many_attempts');
      assert.ok(error.retryAfter! > 0 && error.retryAfter! <= 60);
      return true;
    });
    const { code } = await world.invite();
    assert.equal((await verify(world, code, BIRTHDATE, '203.0.113.9')).step, 'create-account');
    world.clock.advance(61_000);
    assert.equal((await verify(world, code)).step, 'create-account');
  });
  await t.test('takes any phone on file in any spelling where the portal asks for one', async () => {
    const world = await createWorld({ config: { verification: { methods: ['phone'] } } });
    const { code } = await world.invite({ workPhone: '+12025550199' });
    const byPhone = (phone: string) => verifyCode(world.deps, { code, phone }, world.visitor());
    assert.equal((await byPhone('(202) 555-0123')).step, 'create-account');
    assert.equal((await byPhone('202.555.0199 x12')).step, 'create-account');
    await assert.rejects(byPhone('5550123'), refused('no_records_found'));
    await assert.rejects(verify(world, code), refused('invalid_input', { fields: { birthdate: { code: 'unknown' } } }));
    await assert.rejects(
      verifyCode(world.deps, { code }, world.visitor()),
      refused('invalid_input', { fields: { phone: { code: 'missing' } } }),
    );
  });
});

test('creating an account', async (t) => {
  const start = async (over?: Parameters<typeof createWorld>[0]) => {
    const world = await createWorld(over);
    const invited = await world.invite();
    const { ticket } = await verify(world, invited.code);
    const create = (more: Partial<Parameters<typeof createAccount>[1]> = {}, guest = world.visitor()) =>
      createAccount(
        world.deps,
        { ticket, relationship: 'self', username: invited.email, password: PASSWORD, ...more },
        guest,
      );
    return { world, ...invited, ticket, create };
  };

  await t.test('logs in, links the person and leads to the consents', async () => {
    const { world, create, email } = await start();
    const guest = world.visitor();
    assert.deepEqual(await create({}, guest), { step: 'consent' });
    const { account } = await admit(world.deps, guest, 'session');
    assert.equal(account.email, email);
    assert.equal(account.homePhone, '+12025550123');
    assert.equal((await world.deps.store.listLinks(account.id))[0]?.relationship, 'self');
  });
  await t.test('leads to the landing page where there is nothing to agree to', async () => {
    const { create } = await start({ consents: [] });
    assert.deepEqual(await create(), { step: 'landing' });
  });
  await t.test('needs a ticket that is real, unspent and in time', async () => {
    const { world, create } = await start();
    await assert.rejects(create({ ticket: 'made-up' }), refused('ticket_expired'));
    world.clock.advance(15 * 60_000);
    await assert.rejects(create(), refused('ticket_expired'));
  });
  await t.test('refuses what is no address, a weak password and an address taken, and loses nothing', async () => {
    const { world, create } = await start();
    const other = await world.activate();
    await assert.rejects(create({ username: 'not-an-address' }), refused('email_invalid'));
    await assert.rejects(create({ username: '' }), refused('email_invalid'));
    await assert.rejects(create({ password: 'short' }), (error: PortalError) => {
      assert.deepEqual(error.fields, { password: { code: 'policy', failed: ['length', 'digit', 'special'] } });
      return true;
    });
    await assert.rejects(create({ username: other.email.toUpperCase() }), refused('email_taken'));
    assert.deepEqual(await create(), { step: 'consent' });
  });
  await t.test('may try five addresses with one ticket', async () => {
    const { world, create, code } = await start();
    const others = [];
    for (let i = 0; i < 6; i++) others.push((await world.activate()).email);
    for (const username of others.slice(0, 5)) await assert.rejects(create({ username }), refused('email_taken'));
    await assert.rejects(create({ username: others[5]! }), refused('too_many_attempts'));
    const { ticket } = await verify(world, code);
    assert.deepEqual(await create({ ticket }), { step: 'consent' });
  });
  await t.test('puts another address on file and tells both', async () => {
    const { world, create, email, personId } = await start();
    await create({ username: 'new.home@example.org' });
    assert.equal((await world.deps.store.findPerson(personId))?.email, 'new.home@example.org');
    const told = (await world.letters()).filter(({ kind }) => kind === 'email-replaced').map(({ to }) => to);
    assert.deepEqual(told.sort(), [email, 'new.home@example.org'].sort());
  });
  await t.test('holds another address back until it is confirmed where the portal wants that', async () => {
    const { world, create, email, personId } = await start({ config: { confirmNewEmail: true } });
    await create({ username: 'new.home@example.org' });
    assert.equal((await world.deps.store.findPerson(personId))?.email, email);
    assert.ok(
      (await world.letters()).some(({ kind, to }) => kind === 'email-confirmation' && to === 'new.home@example.org'),
    );
  });
  await t.test('happens once: a second ticket of the same code finds it used', async () => {
    const { world, create, code } = await start();
    const { ticket: second } = await verify(world, code);
    await create();
    await assert.rejects(create({ ticket: second, username: 'eve@example.org' }), refused('ticket_expired'));
  });
  await t.test(
    'answers a repeated request as the first time, but only with the same address and password',
    async () => {
      const { world, create } = await start();
      const lost = world.visitor();
      await create({}, lost);
      const again = world.visitor();
      assert.deepEqual(await create({}, again), { step: 'consent' });
      assert.notEqual(again.token, lost.token);
      await admit(world.deps, again, 'session');
      await assert.rejects(create({ password: 'Greenfield8+' }), refused('ticket_expired'));
      await assert.rejects(create({ username: 'eve@example.org' }), refused('ticket_expired'));
      world.clock.advance(15 * 60_000);
      await assert.rejects(create(), refused('ticket_expired'));
    },
  );
  await t.test('finds a code that expired, was revoked or replaced after it was verified unusable', async () => {
    for (const spoil of ['expire', 'revoke', 'replace'] as const) {
      const { world, create, invitationId, personId } = await start({
        validity: { codeMs: 60_000, ticketMs: 900_000, resetMs: 1, confirmationMs: 1 },
      });
      if (spoil === 'expire') world.clock.advance(60_000);
      if (spoil === 'revoke') await world.deps.store.revokeInvitation(invitationId, world.clock.now(), { events: [] });
      if (spoil === 'replace') await issueInvitation(world.deps, { personId });
      await assert.rejects(create(), refused('ticket_expired'), spoil);
    }
  });
  await t.test('fifty at once with one code make one account', async () => {
    const { world, code } = await start();
    const ends = await Promise.allSettled(
      Array.from({ length: 50 }, async (_, i) => {
        const { ticket } = await verify(world, code, BIRTHDATE, `10.1.0.${i}`);
        const input = { ticket, relationship: 'self', username: `race${i}@example.org`, password: PASSWORD } as const;
        return createAccount(world.deps, input, world.visitor());
      }),
    );
    assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 1);
  });
  await t.test('ends the session that somebody else left in the browser', async () => {
    const { world, create } = await start();
    const { member, email } = await world.activate();
    const guest = world.visitor();
    await logIn(world.deps, { username: email, password: PASSWORD }, guest);
    const old = guest.token;
    await create({}, guest);
    assert.notEqual(guest.token, old);
    await assert.rejects(admit(world.deps, world.visitor({ token: old }), 'session'), refused('session_required'));
    assert.notEqual((await admit(world.deps, guest, 'session')).account.id, member.account.id);
  });
});

test('renewing a code', async (t) => {
  await t.test('mails a new one in place of an expired one, and answers alike otherwise', async () => {
    const world = await createWorld();
    const { code, email } = await world.invite();
    const renew = (typed: string, birthdate = BIRTHDATE) =>
      renewCode(world.deps, { code: typed, birthdate }, world.visitor());
    const mailed = async () =>
      (await world.letters()).filter(({ kind, to }) => kind === 'invitation' && to === email).length;
    assert.deepEqual(await renew(code), {});
    assert.equal(await mailed(), 1);
    world.clock.advance(30 * DAY);
    assert.deepEqual(await renew(code, '1981-01-01'), {});
    assert.deepEqual(await renew('unknown'), {});
    assert.equal(await mailed(), 1);
    assert.deepEqual(await renew(code), {});
    assert.equal(await mailed(), 2);
  });
  const expired = async () => {
    const world = await createWorld();
    const invited = await world.invite();
    world.clock.advance(30 * DAY);
    const mailed = async () => (await world.letters()).filter(({ kind }) => kind === 'invitation').length;
    const renew = () => renewCode(world.deps, { code: invited.code, birthdate: BIRTHDATE }, world.visitor());
    return { world, ...invited, mailed, renew };
  };
  await t.test('mails another where that was lost, within the limit of letters', async () => {
    const { world, mailed, renew } = await expired();
    for (let times = 0; times < 8; times++) {
      assert.deepEqual(await renew(), {});
      world.clock.advance(MINUTE);
    }
    assert.equal(await mailed(), 1 + 5);
    world.clock.advance(61 * MINUTE);
    await renew();
    assert.equal(await mailed(), 7);
  });
  await t.test(
    'gets around nothing that staff did: neither a later code that they revoked, nor the old one',
    async () => {
      const { world, personId, mailed, renew } = await expired();
      const { invitation } = await issueInvitation(world.deps, { personId });
      await revokeInvitation(world.deps, invitation.id);
      assert.deepEqual(await renew(), {});
      assert.equal(await mailed(), 2);

      const other = await expired();
      await revokeInvitation(other.world.deps, other.invitationId);
      assert.deepEqual(await other.renew(), {});
      assert.equal(await other.mailed(), 1);
    },
  );
  await t.test(
    'makes no second account of somebody who came through with a later code, or an earlier one',
    async () => {
      const { world, personId, email, mailed, renew } = await expired();
      const { code } = await issueInvitation(world.deps, { personId });
      const { ticket } = await verify(world, code);
      await createAccount(
        world.deps,
        { ticket, relationship: 'self', username: email, password: PASSWORD },
        world.visitor(),
      );
      await renew();
      assert.equal(await mailed(), 2);

      const { code: further } = await issueInvitation(world.deps, { personId });
      world.clock.advance(30 * DAY);
      await renewCode(world.deps, { code: further, birthdate: BIRTHDATE }, world.visitor());
      assert.equal(await mailed(), 3);
    },
  );
});
