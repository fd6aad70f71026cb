import { fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { auc, median, shuffled } from './auc.js';
import { tell } from './figures.js';
import type { Questions } from './timing-server.js';

const BIRTHDATE_OF_NOBODY = '1981-01-01';
const WRONG_PASSWORD = 'Not-the-password-7';

/** Asks as a stranger would who wants to know what exists, and prints how well the times of the answers tell it. */
export async function measureTiming(n: number): Promise<void> {
  const child = fork(fileURLToPath(new URL('timing-server.ts', import.meta.url)), [String(n)], {
    execArgv: ['--import', 'tsx'],
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const { origin, logIn, verify, reset } = await new Promise<Questions>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Questions));
      child.once('exit', () => reject(new Error('The server ended before it was asked anything.')));
    });
    const ask = (method: string, path: string, body: object) =>
      timed(agent, `${origin}/api/portal${path}`, method, body);

    console.log(`\nTiming over HTTP, ${n} answers of each kind, interleaved at random. Target: AUC 0.45 to 0.55.`);
    report(
      'Log-in with a wrong password',
      await measure(logIn, (username) => ask('POST', '/session', { username, password: WRONG_PASSWORD })),
    );
    report(
      'Verifying a bad code',
      await measure(verify, (code) => ask('POST', '/activation/verify', { code, birthdate: BIRTHDATE_OF_NOBODY })),
    );
    report(
      'Asking for a new password',
      await measure(reset, (username) => ask('POST', '/password-reset', { username })),
    );
  } finally {
    agent.destroy();
    child.disconnect();
  }
}

type Samples = Map<string, number[]>;

async function measure(kinds: Record<string, string[]>, ask: (subject: string) => Promise<number>): Promise<Samples> {
  const samples: Samples = new Map(Object.keys(kinds).map((kind) => [kind, []]));
  const questions = Object.entries(kinds).flatMap(([kind, subjects]) => subjects.map((subject) => ({ kind, subject })));
  // The first answers are slower for everybody: code is compiled, pages are read.
  for (let i = 0; i < 50; i += 1) await ask(`warm-up ${i}`);
  for (const { kind, subject } of shuffled(questions)) samples.get(kind)!.push(await ask(subject));
  return samples;
}

function report(title: string, samples: Samples): void {
  console.log(`\n${title}`);
  const kinds = [...samples];
  for (const [kind, times] of kinds) console.log(`  ${kind.padEnd(34)} median ${median(times).toFixed(3)} ms`);
  kinds.forEach(([one, ofOne], i) => {
    for (const [other, ofOther] of kinds.slice(i + 1)) {
      tell(`${title}: ${one} / ${other}`, auc(ofOne, ofOther), 'AUC', { atLeast: 0.45, atMost: 0.55 });
    }
  });
}

/** Sends one request over the connection that is open, and tells how many milliseconds its answer took. */
function timed(agent: Agent, url: string, method: string, body: object): Promise<number> {
  const text = JSON.stringify(body);
  const headers = {
    origin: new URL(url).origin,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  };
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const sent = request(url, { agent, method, headers }, (response) => {
      response.resume();
      response.once('end', () => {
        const end = process.hrtime.bigint();
        if (response.statusCode! >= 429) reject(new Error(`The server answered ${response.statusCode}.`));
        else resolve(Number(end - start) / 1e6);
      });
    });
    sent.once('error', reject);
    sent.end(text);
  });
}
