import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { PortalError } from '../../../src/contract/errors.js';
import { createLog } from '../../../src/backend/node/log.js';

const out: string[] = [];
const err: string[] = [];
const log = createLog({ out: { write: (line) => out.push(line) }, err: { write: (line) => err.push(line) } });
beforeEach(() => {
  out.length = 0;
  err.length = 0;
});
const entry = (lines: string[]): Record<string, unknown> => JSON.parse(lines[0]!) as Record<string, unknown>;

describe('the log', () => {
  test('is a line of JSON per event, with its time in UTC; errors go to their own stream', () => {
    log.info('mail.sent', { id: 'row-1', attempts: 2 });
    log.error('mail.parked');
    const { time, ...rest } = entry(out);
    assert.deepEqual(rest, { level: 'info', id: 'row-1', attempts: 2, event: 'mail.sent' });
    assert.match(String(time), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.equal(entry(err).event, 'mail.parked');
    assert.ok(out[0]!.endsWith('}\n') && out.length === 1 && err.length === 1);
  });

  test('can not be broken out of: no value makes a second line, moves a cursor or turns the text around', () => {
    const hostile = 'a\n{"level":"info"}\r\u001b[2J\u009b2J\u202etxt\u2028\u007f\u200b${jndi:ldap://x}\u{e0001}';
    log.info('request.failed', { reason: hostile });
    assert.equal(out[0]!.match(/\n/g)!.length, 1);
    assert.doesNotMatch(out[0]!.trimEnd(), /[\p{Cc}\p{Cf}\u2028]|\$\{/u);
    assert.equal(entry(out).reason, hostile);
  });

  test('never holds what is secret or personal, wherever it rides along', () => {
    const canaries = [
      'Bluewater7-',
      'marisol.quintero',
      '7K3QX-M9D2P-4FWHT',
      '7K3QXM9D2P4FWHT',
      '1961-04-23',
      '5550199',
      'tok_en-secret',
    ];
    const error = new Error('550 <marisol.quintero@mail.example> 1961-04-23 +1 555 555-0199', {
      cause: new Error('GET https://portal.example/activate?code=7K3QX-M9D2P-4FWHT#reset=tok_en-secret'),
    });
    log.error('request.failed', {
      error,
      password: 'Bluewater7-',
      input: {
        currentPassword: 'Bluewater7-',
        username: 'marisol.quintero',
        birthdate: '1961-04-23',
        code: '7K3QXM9D2P4FWHT',
      },
      list: [{ to: 'marisol.quintero@bücher.example', mobilePhone: '5550199' }],
      note: 'typed 7K3QXM9D2P4FWHT and +15555550199',
      headers: { cookie: 'portal_session=tok_en-secret', authorization: 'Bearer tok_en-secret' },
    });
    for (const canary of canaries) assert.ok(!err[0]!.includes(canary), canary);
    assert.match(err[0]!, /m\*\*\*@mail\.example/);
  });

  test('keeps what a failure is found by: name, code, place and cause', () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    log.error('request.failed', {
      requestId: 'req-1',
      code: 'server_error',
      error: new PortalError('unavailable', { cause }),
    });
    const { error, ...rest } = entry(err) as { error: Record<string, unknown> };
    assert.equal((rest as Record<string, unknown>).requestId, 'req-1');
    assert.equal((rest as Record<string, unknown>).code, 'server_error');
    assert.equal(error.name, 'PortalError');
    assert.equal(error.code, 'unavailable');
    assert.match(String(error.stack), /log\.test/);
    assert.equal((error.cause as Record<string, unknown>).code, 'ECONNREFUSED');
  });

  test('survives values that hold themselves', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    log.info('odd', { circle });
    assert.equal(entry(out).event, 'odd');
  });
});
