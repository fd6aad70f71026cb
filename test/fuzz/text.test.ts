import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPostgres, startPostgres } from '../backend/stores/support/postgres.js';
import { openPostgres } from '../../src/backend/stores/postgres.js';
import { operations } from '../../src/contract/index.js';
import { BIRTHDATE, createWorld, PASSWORD } from '../support/deps.js';
import { createDoors } from '../support/http.js';

const ODD = 'nul \0, half \ud800';
const STORABLE = 'nul \ufffd, half \ufffd';

test('what no database stores becomes the replacement character, and a password stays what it is', () => {
  const { logIn, answerConsent, updateContact, changePassword } = operations;
  assert.deepEqual(logIn.input.parse({ username: ODD, password: ODD }), { username: STORABLE, password: ODD });
  assert.deepEqual(updateContact.input.parse({ email: ODD }), { email: STORABLE });
  assert.equal(changePassword.input.parse({ currentPassword: ODD, newPassword: ODD }).newPassword, ODD);
  const consent = { documentId: 'a', version: '1', decision: 'accept', answers: {}, signature: ODD };
  assert.equal(answerConsent.input.parse(consent).signature, STORABLE);
});

const bin = findPostgres();
test(
  'PostgreSQL takes whatever people type',
  { skip: !bin && 'there is no PostgreSQL here', timeout: 120_000 },
  async () => {
    const postgres = await startPostgres(bin!);
    const { store } = await openPostgres(await postgres.createDatabase());
    try {
      const world = await createWorld({ store, config: { username: 'any' } });
      const { call } = createDoors(world).client();
      const { code } = await world.invite();
      const { ticket } = (await call('POST', '/activation/verify', { code, birthdate: BIRTHDATE })).json;
      const ends = [
        await call('POST', '/session', { username: ODD, password: ODD }),
        await call('POST', '/password-reset', { username: ODD }),
        await call('PUT', '/password-reset', { token: ODD, password: ODD }),
        await call('POST', '/activation', { ticket, relationship: 'self', username: ODD, password: `${PASSWORD}\0` }),
        await call('POST', '/session', { username: ODD, password: `${PASSWORD}\0` }),
        await call('POST', '/consents/portal-consent', {
          version: '2026-01',
          decision: 'accept',
          answers: { read: true, results: 'yes' },
          signature: ODD,
        }),
        await call('POST', '/consents/text-messages', {
          version: '2026-01',
          decision: 'decline',
          answers: { agree: ODD },
        }),
        await call('PATCH', '/account', { homePhone: ODD }),
        await call('POST', '/links', { code: ODD }),
      ];
      assert.deepEqual(
        ends.map(({ status }) => status),
        [401, 200, 410, 200, 200, 200, 200, 400, 404],
      );
    } finally {
      await store.close();
      await postgres.stop();
    }
  },
);
