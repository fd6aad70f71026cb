import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from './server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface Invited {
  code: string;
  activateUrl: string;
  linkUrl: string;
  email: string;
}

/** The demo portal as `npm start` runs it, in a process of its own with data of its own. */
export class Demo {
  readonly origin: string;
  readonly dataDir = mkdtempSync(join(tmpdir(), 'portal-demo-'));
  readonly #env: Record<string, string>;
  #process: ChildProcess | undefined;
  #people = 0;

  private constructor(port: number, env: Record<string, string>) {
    this.origin = `http://localhost:${port}`;
    this.#env = { PORT: String(port), PORTAL_PUBLIC_URL: this.origin, PORTAL_DATA_DIR: this.dataDir, ...env };
  }

  static async start(env: Record<string, string> = {}): Promise<Demo> {
    const demo = new Demo(await freePort(), env);
    await demo.start();
    return demo;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['demo/start.mjs'], {
      cwd: root,
      env: { ...process.env, ...this.#env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => void (said += data.toString()));
    for (let i = 0; i < 600; i++) {
      if (child.exitCode !== null) throw new Error(`The demo ended by itself: ${said}`);
      if (
        await fetch(`${this.origin}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The demo didn't come up: ${said}`);
  }

  /** Ends the process at once, as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Issues a code by the command line, beside the running server. */
  async invite(options: Record<string, string> = {}): Promise<Invited> {
    const email = options['email'] ?? `pat${++this.#people}@example.org`;
    const given: Record<string, string> = {
      email,
      birthdate: '1980-02-29',
      'home-phone': '+12025550123',
      'given-name': 'Pat',
      'family-name': 'Doe',
      ...options,
    };
    const args = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
    const { stdout } = await run(process.execPath, ['dist/node/cli.js', 'invite', ...args, '--json'], {
      cwd: root,
      env: { ...process.env, ...this.#env },
    });
    return { email, ...(JSON.parse(stdout) as Omit<Invited, 'email'>) };
  }

  async mails(): Promise<Mail[]> {
    return (await (await fetch(`${this.origin}/mailbox/messages`)).json()) as Mail[];
  }

  /** The first mail to this address whose subject or text matches, once it has arrived. */
  async mailTo(address: string, about: RegExp): Promise<Mail> {
    for (let i = 0; i < 100; i++) {
      const mail = (await this.mails()).find(
        ({ to, subject, text }) => to === address && about.test(`${subject}\n${text}`),
      );
      if (mail) return mail;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`No mail about ${about} came to ${address}.`);
  }
}
