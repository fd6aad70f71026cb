import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { after, describe, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { isServerAway } from '../../../src/backend/mail/retry.js';
import { createSmtpMailer, readSmtpUrl } from '../../../src/backend/mail/smtp.js';

interface Received {
  from: string;
  to: string[];
  raw: string;
  user?: string | undefined;
}

const from = { name: 'Larkfield Clinic', address: 'no-reply@larkfield.example' };
const mail = {
  id: 'row-1',
  to: 'ann@mail.example',
  subject: 'Your código',
  text: 'text part',
  html: '<p>html part</p>',
};
const closers: (() => void)[] = [];
after(() => closers.forEach((close) => close()));

// Made for this test: a certificate of localhost that is signed with its own key.
const pem = readFileSync(new URL('self-signed.pem', import.meta.url));
const selfSigned = { key: pem, cert: pem };

type Options = NonNullable<ConstructorParameters<typeof SMTPServer>[0]>;

async function smtpServer(options: Options = {}): Promise<{ port: number; received: Received[] }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString(),
          user: session.user as string | undefined,
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close(() => undefined));
  return { port: (server.server.address() as AddressInfo).port, received };
}

const refuseWith = (responseCode: number): Options => ({
  onRcptTo: (_address, _session, done) => done(Object.assign(new Error('not now'), { responseCode })),
});

describe('mail by SMTP', () => {
  test('arrives with both parts, the sender, and a Message-ID made of its row', async () => {
    const { port, received } = await smtpServer();
    await createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from }).send(mail);
    const [message] = received;
    assert.equal(message!.from, 'no-reply@larkfield.example');
    assert.deepEqual(message!.to, ['ann@mail.example']);
    assert.match(message!.raw, /^Message-ID: <row-1@larkfield\.example>\r$/m);
    assert.match(message!.raw, /^From: Larkfield Clinic <no-reply@larkfield\.example>\r$/m);
    assert.match(message!.raw, /^Auto-Submitted: auto-generated\r$/m);
    assert.match(message!.raw, /text part[\s\S]*<p>html part<\/p>/);
  });

  test('logs in where the URL holds a user', async () => {
    const { port, received } = await smtpServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        password === 'p@ss word' ? done(null, { user: username }) : done(new Error('wrong')),
    });
    await createSmtpMailer({ url: `smtp://clinic:p%40ss%20word@127.0.0.1:${port}`, from }).send(mail);
    assert.equal(received[0]!.user, 'clinic');
    await assert.rejects(createSmtpMailer({ url: `smtp://clinic:wrong@127.0.0.1:${port}`, from }).send(mail), {
      code: 'EAUTH',
    });
  });

  for (const status of [450, 550]) {
    test(`fails with the number when the server says ${status}`, async () => {
      const { port, received } = await smtpServer(refuseWith(status));
      await assert.rejects(createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from }).send(mail), {
        responseCode: status,
      });
      assert.equal(received.length, 0);
    });
  }

  test('gives up on a server that says nothing, or stops in the middle', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    silent.unref();
    const { port } = silent.address() as AddressInfo;
    await assert.rejects(createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from, timeoutMs: 200 }).send(mail));
    const stopping = await smtpServer({ onMailFrom: () => undefined });
    const started = Date.now();
    await assert.rejects(
      createSmtpMailer({ url: `smtp://127.0.0.1:${stopping.port}`, from, timeoutMs: 200 }).send(mail),
    );
    assert.ok(Date.now() - started < 2_000);
  });

  test('refuses a certificate that nobody vouches for, with TLS from the start and with STARTTLS', async () => {
    const secure = await smtpServer({ secure: true, ...selfSigned });
    await assert.rejects(
      createSmtpMailer({ url: `smtps://127.0.0.1:${secure.port}`, from }).send(mail),
      /self.signed/i,
    );
    const starttls = await smtpServer({ disabledCommands: [], ...selfSigned });
    await assert.rejects(
      createSmtpMailer({ url: `smtp://127.0.0.1:${starttls.port}`, from }).send(mail),
      /self.signed/i,
    );
    assert.equal(secure.received.length + starttls.received.length, 0);
  });

  test('can not be talked into further recipients, headers or senders', async () => {
    const { port, received } = await smtpServer();
    const mailer = createSmtpMailer({
      url: `smtp://127.0.0.1:${port}`,
      from: { ...from, name: 'X\r\nBcc: spy@evil.example' },
    });
    const addresses = [
      'ann@mail.example, spy@evil.example',
      'ann@mail.example\r\nBcc: spy@evil.example',
      'spy@evil.example <ann@mail.example>',
      '"a b"@mail.example',
      'ann@mail.example>\r\nRCPT TO:<spy@evil.example',
      'group: ann@mail.example, spy@evil.example;',
    ];
    for (const to of addresses) await assert.rejects(mailer.send({ ...mail, to }), TypeError, to);
    await mailer.send({ ...mail, subject: 'Hello\r\nBcc: spy@evil.example\r\n\r\nbody' });
    assert.equal(received.length, 1);
    assert.deepEqual(received[0]!.to, ['ann@mail.example']);
    assert.doesNotMatch(received[0]!.raw, /^bcc:/im);
  });

  test('reads no file and fetches nothing that a text might name', async () => {
    const { port, received } = await smtpServer();
    const html = { path: '/etc/hostname' } as unknown as string;
    await assert.rejects(createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from }).send({ ...mail, html }));
    assert.equal(received.length, 0);
  });
});

test('what is the mail server’s failure is told from a letter that it refuses', async () => {
  const failure = async (options: Options, { scheme = 'smtp', user = '', timeoutMs = 500 } = {}): Promise<unknown> => {
    const { port } = await smtpServer(options);
    return createSmtpMailer({ url: `${scheme}://${user}127.0.0.1:${port}`, from, timeoutMs })
      .send(mail)
      .then(
        () => 'sent',
        (error: unknown) => error,
      );
  };
  const refusing = (responseCode: number) => (_: unknown, __: unknown, done: (error: Error) => void) =>
    done(Object.assign(new Error('no'), { responseCode }));
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as AddressInfo;
  await new Promise((resolve) => taken.close(resolve));
  const away: Record<string, unknown> = {
    'nobody listens': await createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from })
      .send(mail)
      .catch((error: unknown) => error),
    'no such host': await createSmtpMailer({ url: 'smtp://nobody.invalid', from })
      .send(mail)
      .catch((error: unknown) => error),
    'not trusted': await failure({ secure: true, ...selfSigned }, { scheme: 'smtps' }),
    silent: await failure({ onMailFrom: () => undefined }),
    'another password': await failure(
      { authOptional: false, allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(new Error('wrong')) },
      { user: 'u:p@' },
    ),
    'wants a log-in': await failure({ onMailFrom: refusing(530) }),
    'takes nobody in': await failure({
      onConnect: (_session, done) => done(Object.assign(new Error('busy'), { responseCode: 554 })),
    }),
    'closes down': await failure({ onRcptTo: refusing(421) }),
  };
  const refused: Record<string, unknown> = {
    'recipient, for now': await failure({ onRcptTo: refusing(450) }),
    recipient: await failure({ onRcptTo: refusing(550) }),
    sender: await failure({ onMailFrom: refusing(553) }),
    text: await failure({
      onData: (stream, _session, done) =>
        void stream.resume().on('end', () => done(Object.assign(new Error('spam'), { responseCode: 554 }))),
    }),
    'no address': await createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from })
      .send({ ...mail, to: 'nobody' })
      .catch((error: unknown) => error),
  };
  const told = (errors: Record<string, unknown>) =>
    Object.entries(errors).map(([name, error]) => [name, isServerAway(error)]);
  assert.deepEqual(
    told(away),
    Object.keys(away).map((name) => [name, true]),
  );
  assert.deepEqual(
    told(refused),
    Object.keys(refused).map((name) => [name, false]),
  );
  assert.ok([...Object.values(away), ...Object.values(refused)].every((error) => error instanceof Error));
});

describe('PORTAL_SMTP_URL', () => {
  test('demands TLS, except of this machine', () => {
    assert.deepEqual(readSmtpUrl('smtp://mail.example'), {
      host: 'mail.example',
      port: 587,
      secure: false,
      requireTLS: true,
    });
    assert.deepEqual(readSmtpUrl('smtps://u:p@mail.example'), {
      host: 'mail.example',
      port: 465,
      secure: true,
      requireTLS: false,
      auth: { user: 'u', pass: 'p' },
    });
    for (const host of ['localhost', '127.0.0.1', '[::1]'])
      assert.equal(readSmtpUrl(`smtp://${host}:25`).requireTLS, false);
    for (const host of ['localhost.evil.example', '127.evil.example'])
      assert.ok(readSmtpUrl(`smtp://${host}`).requireTLS);
  });

  test('has no switch that turns verification off', () => {
    assert.throws(() => readSmtpUrl('smtp://mail.example/?tls.rejectUnauthorized=false'), /takes nothing after/);
  });

  test('is never repeated in a message: it holds a password', () => {
    for (const url of [
      'http://u:secret@mail.example',
      'mail.example:secret',
      'smtp://u:secret@mail.example?pool=true',
      'smtp://u:secret%off@mail.example',
    ]) {
      assert.throws(
        () => readSmtpUrl(url),
        ({ name, message }: Error) =>
          name === 'UsageError' && /^PORTAL_SMTP_URL /.test(message) && !message.includes('secret'),
      );
    }
  });
});
