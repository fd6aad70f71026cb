import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isWellFormedCode, normalizeCode } from '../../../src/contract/index.js';
import { cli } from '../../support/cli.js';
import { startServer } from '../../support/server.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'portal-cli-'));
const PERSON = ['--email', 'pat@example.org', '--birthdate', '1980-02-29'];

test('invite', async (t) => {
  const dataDir = folder();
  t.after(() => rmSync(dataDir, { recursive: true }));
  const env = { PORTAL_DATA_DIR: dataDir, PORTAL_PUBLIC_URL: 'https://portal.example', PORTAL_SECRET: 'x'.repeat(40) };

  await t.test('prints the code and both links as JSON', async () => {
    const { code, stdout } = await cli(['invite', ...PERSON, '--json'], env);
    assert.equal(code, 0);
    const issued = JSON.parse(stdout) as Record<string, string>;
    assert.deepEqual(Object.keys(issued), ['id', 'personId', 'code', 'activateUrl', 'linkUrl', 'expiresAt']);
    assert.ok(isWellFormedCode(normalizeCode(issued['code']!)));
    assert.equal(issued['activateUrl'], `https://portal.example/activate#code=${issued['code']}`);
    assert.equal(issued['linkUrl'], `https://portal.example/login#code=${issued['code']}`);

    const again = JSON.parse((await cli(['invite', '--person', issued['personId']!, '--json'], env)).stdout) as Record<
      string,
      string
    >;
    assert.equal(again['personId'], issued['personId']);
    assert.notEqual(again['code'], issued['code']);
  });
  await t.test('says in a sentence what is missing or wrong', async () => {
    const cases: [string[], RegExp][] = [
      [['invite'], /--email/],
      [['invite', '--email', 'pat@example.org'], /Give --birthdate: without it nobody can prove/],
      [['invite', '--email', 'pat@example.org', '--home-phone', '+12025550123'], /Give --birthdate/],
      [['invite', '--email', 'nothing', '--birthdate', '1980-02-29'], /email invalid/],
      [['invite', '--email', 'pat@example.org', '--birthdate', '1980-02-30'], /birthdate is invalid/],
      [['invite', '--person', 'nobody'], /not found/],
      [['invite', '--colour', 'green'], /unknown option/],
      [['envite'], /unknown command/],
    ];
    for (const [args, said] of cases) {
      const { code, stderr } = await cli(args, env);
      assert.equal(code, 1, args.join(' '));
      assert.match(stderr, said);
      assert.doesNotMatch(stderr, /\n\s+at /, 'a stack is shown');
    }
  });
});

test('options of invite that don’t go together are refused, and nothing is done: one of them may be a brake', async (t) => {
  const dataDir = folder();
  t.after(() => rmSync(dataDir, { recursive: true }));
  const file = join(dataDir, 'list.csv');
  writeFileSync(file, 'email,birthdate\npat@example.org,1980-02-29\n');
  const env = { PORTAL_DATA_DIR: dataDir };
  for (const [args, said] of [
    [['--csv', file, '--no-mail'], /--no-mail makes no sense with --csv/],
    [['--csv', file, '--email', 'ann@example.org', '--given-name', 'Ann'], /leave out --email, --given-name\./],
    [['--csv', file, '--person', 'somebody'], /--person invites one, --csv a list/],
    [[...PERSON, '--dry-run'], /--dry-run is for a list/],
    [[...PERSON, '--max', '0'], /--max is for a list/],
    [['--person', 'somebody', '--birthdate', '1980-02-29'], /leave out --birthdate, or --person/],
  ] as const) {
    const { code, stderr, stdout } = await cli(['invite', ...args], env);
    assert.equal(code, 1, `${args.join(' ')}: ${stdout}`);
    assert.match(stderr, said);
  }
  assert.match((await cli(['invitations'], env)).stdout, /There are no invitations/);
});

test('invite asks of a new person what the portal asks of whoever has the code', async (t) => {
  const dataDir = folder();
  t.after(() => rmSync(dataDir, { recursive: true }));
  const config = join(dataDir, 'portal.config.json');
  const invite = (methods: string[], ...args: string[]) => {
    writeFileSync(config, JSON.stringify({ verification: { methods } }));
    return cli(['invite', '--email', 'pat@example.org', ...args], { PORTAL_DATA_DIR: dataDir, PORTAL_CONFIG: config });
  };
  assert.equal((await invite(['email'])).code, 0);
  assert.equal((await invite(['phone'], '--work-phone', '+12025550123')).code, 0);
  assert.match((await invite(['phone'], '--birthdate', '1980-02-29')).stderr, /Give a phone: /);
  assert.match((await invite(['birthdate', 'phone'])).stderr, /Give --birthdate or a phone: /);
});

test('what stands in the way of a start is told in a sentence, with exit code 1', async (t) => {
  const dataDir = folder();
  t.after(() => rmSync(dataDir, { recursive: true }));
  const fails = async (env: Record<string, string>, said: RegExp) => {
    const { code, stderr } = await cli(['serve'], { PORTAL_DATA_DIR: dataDir, PORT: '0', ...env });
    assert.equal(code, 1, stderr);
    assert.match(stderr, said);
    assert.doesNotMatch(stderr, /\n\s+at /, stderr);
  };

  await t.test('a port in use', async () => {
    const taken = createServer().listen(0);
    await new Promise((resolve) => taken.once('listening', resolve));
    await fails(
      { PORT: String((taken.address() as AddressInfo).port) },
      /Port \d+ can't be used: another program uses it already/,
    );
    taken.close();
  });
  await t.test('a port that is none', () => fails({ PORT: 'eighty' }, /PORT should be a number/));
  await t.test('a public address without encryption', () =>
    fails({ PORTAL_PUBLIC_URL: 'http://portal.example' }, /https:/),
  );
  await t.test('a public address without a secret', () =>
    fails({ PORTAL_PUBLIC_URL: 'https://portal.example' }, /PORTAL_SECRET/),
  );
  await t.test('another secret than the one that the database was made with', async () => {
    const dataDir = folder();
    const env = { PORTAL_DATA_DIR: dataDir, PORTAL_SECRET: 'first'.repeat(8) };
    assert.equal((await cli(['invite', ...PERSON], env)).code, 0);
    await fails(
      { ...env, PORTAL_SECRET: 'other'.repeat(8) },
      /not the one that this database was made with.*PORTAL_SECRET/,
    );
    assert.equal((await cli(['invite', ...PERSON], env)).code, 0);
    rmSync(dataDir, { recursive: true });
  });
  await t.test('a short secret', () => fails({ PORTAL_SECRET: 'short' }, /at least 32 bytes/));
  await t.test('a database of another kind', () => fails({ PORTAL_DATABASE_URL: 'mysql://x' }, /PORTAL_DATABASE_URL/));
  await t.test('a database on another machine', () =>
    fails(
      { PORTAL_DATABASE_URL: 'file://data/portal.sqlite' },
      /PORTAL_DATABASE_URL should be like file:data\/portal\.sqlite/,
    ),
  );
  await t.test('a mail server that can’t be made out', async () => {
    await fails({ PORTAL_SMTP_URL: 'smtp://user:50%off@mail.example' }, /PORTAL_SMTP_URL should have %25/);
    await fails({ PORTAL_SMTP_URL: 'mail.example' }, /PORTAL_SMTP_URL should be like smtps:/);
  });
  await t.test('proxies that are none', () =>
    fails({ PORTAL_TRUSTED_PROXIES: '10.0.0.0/8 nginx' }, /PORTAL_TRUSTED_PROXIES should be .* not "nginx"/),
  );
  await t.test('a file that is no database', async () => {
    const file = join(dataDir, 'no.sqlite');
    writeFileSync(file, 'this is text, and quite a lot of it, so that it is longer than a header would be'.repeat(20));
    await fails({ PORTAL_DATABASE_URL: `file:${file}` }, /not a database/);
  });
  await t.test('a folder that can’t be written', async () => {
    const file = join(dataDir, 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o600);
    await fails({ PORTAL_DATA_DIR: join(file, 'below') }, /can't|ENOTDIR|not a directory/i);
  });
  await t.test('a broken config, each mistake with its path', async () => {
    const file = join(dataDir, 'portal.config.json');
    writeFileSync(
      file,
      JSON.stringify({ nmae: 'Clinic', pages: { login: '//evil' }, password: { minLength: 'eight' } }),
    );
    await fails({ PORTAL_CONFIG: file }, /nmae[\s\S]*pages\.login[\s\S]*password\.minLength/);
  });
});

test('the command line works beside a running server', async () => {
  const server = await startServer();
  try {
    const { stdout } = await cli(['invite', ...PERSON, '--json'], {
      PORTAL_DATA_DIR: server.dataDir,
      PORTAL_PUBLIC_URL: server.origin,
    });
    const { code } = JSON.parse(stdout) as { code: string };
    const answer = await fetch(`${server.origin}/api/portal/activation/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin },
      body: JSON.stringify({ code, birthdate: '1980-02-29' }),
    });
    assert.equal(answer.status, 200);
    const mail = await server.mail(({ to }) => to === 'pat@example.org');
    assert.ok(mail.text.includes(code));
  } finally {
    await server.stop();
  }
});
