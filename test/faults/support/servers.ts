import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { program, type Program } from '../../support/programs.js';
import type { Otherwise } from './server-process.js';

/** How a server is started. */
export interface StartOptions {
  program?: Program;
  otherwise?: Otherwise;
  env?: Record<string, string>;
  /** What Node itself is told. */
  node?: string[];
  /** What the command line is told; `serve` unless something else. */
  args?: string[];
  /** A command that runs the server: `strace …`, or a shell that sets limits. */
  under?: string[];
}

const PATIENCE_MS = 30_000;

/** A real server in a process of its own. */
export class ServerProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<unknown>;
  port = 0;
  /** What it wrote to its error stream. */
  said = '';
  #told = '';

  private constructor(child: ChildProcess) {
    this.child = child;
    this.ended = once(child, 'exit');
    child.stderr?.on('data', (text: Buffer) => void (this.said += text.toString()));
    child.stdout?.on('data', (text: Buffer) => void (this.#told += text.toString()));
    // Whoever ends the tests leaves no server behind.
    const kill = (): void => void child.kill('SIGKILL');
    process.once('exit', kill);
    void this.ended.then(() => process.removeListener('exit', kill));
  }

  /** Starts a server on a free port and waits until it listens. */
  static async start(options: StartOptions): Promise<ServerProcess> {
    const server = await ServerProcess.launch(options);
    await server.#listens();
    return server;
  }

  /** Starts a server without waiting. */
  static async launch({
    program: name = 'server',
    otherwise,
    env,
    node = [],
    args: told = ['serve'],
    under = [],
  }: StartOptions): Promise<ServerProcess> {
    const args = [...under, process.execPath, ...node, await program(name), ...(name === 'cli' ? told : [])];
    const [command = '', ...rest] = args;
    const child = spawn(command, rest, {
      env: { PATH: process.env['PATH'], PORT: '0', ...env, ...(otherwise && { OTHERWISE: JSON.stringify(otherwise) }) },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    return new ServerProcess(child);
  }

  async #listens(): Promise<void> {
    const late = setTimeout(() => this.child.kill('SIGKILL'), PATIENCE_MS);
    while (!this.port && this.child.exitCode === null && this.child.signalCode === null) {
      this.port = Number(/on port (\d+)/.exec(this.#told + this.said)?.[1] ?? 0);
      await new Promise((resume) => setTimeout(resume, 5));
    }
    clearTimeout(late);
    if (!this.port) throw new Error(`The server didn't come up: ${this.said}`);
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Ends it at once, whatever it is doing. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Ends it as whoever runs servers does. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended;
  }
}
