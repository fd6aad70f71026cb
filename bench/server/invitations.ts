import { writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { ServerProcess } from '../../test/faults/support/servers.js';
import { freePort } from '../../test/support/port.mjs';
import { tell } from '../figures.js';
import { OPTIONS } from '../options.js';
import type { MeasuredPortal } from './portal.js';

/** L10: a long list of people is invited by the command line, and the outbox is emptied by the server. */
export async function measureInvitations(portal: MeasuredPortal): Promise<void> {
  const count = OPTIONS.invitations;
  const { database, env } = portal.installation;
  const list = join(database.folder, 'people.csv');
  const rows = Array.from({ length: count }, (_, i) => `listed-${i}@example.org,1980-02-29,ref-${i}`);
  writeFileSync(list, `email,birthdate,reference\n${rows.join('\n')}\n`);
  const { run, mails } = await startMailServer();
  await portal.server.stop();

  const started = performance.now();
  const command = await ServerProcess.launch({ program: 'cli', env, args: ['invite', '--csv', list] });
  const [code] = (await command.ended) as [number];
  const issued = (performance.now() - started) / 1_000;

  const from = performance.now();
  await portal.restart({ otherwise: { mailbox: false }, env: { PORTAL_SMTP_URL: run } });
  while (mails.length < count && performance.now() - from < 300_000) await new Promise((next) => setTimeout(next, 100));
  const drained = (performance.now() - from) / 1_000;
  // Whatever was sent twice would still come.
  await new Promise((next) => setTimeout(next, 2_000));
  const name = `L10 ${portal.kind}: ${count} invitations`;
  tell(`${name}, issued`, code === 0 ? issued : Infinity, 's', { atMost: (30 * count) / 5_000 });
  tell(`${name}, letters out`, new Set(mails).size, '', { atLeast: count, atMost: count });
  tell(`${name}, letters sent twice`, mails.length - new Set(mails).size, '', { atMost: 0 });
  tell(`${name}, letters a second`, mails.length / drained, '');
}

async function startMailServer(): Promise<{ run: string; mails: string[] }> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString()));
      stream.on('end', () => {
        mails.push(/^message-id: (.*)$/im.exec(text)?.[1] ?? text);
        done();
      });
    },
  });
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  server.server.unref();
  return { run: `smtp://127.0.0.1:${port}`, mails };
}
