import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build, type PluginOption } from 'vite';
import type { HostSite } from '../../hosts/support/site.js';
import { npmIn } from './packed.js';

const execute = promisify(execFile);
const installed = createRequire(import.meta.url);

/** As strict as a client's compiler can be; nothing of Node, and no library is taken on trust. */
const STRICT = {
  target: 'ES2022',
  module: 'ESNext',
  moduleResolution: 'bundler',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  types: [],
  strict: true,
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUncheckedSideEffectImports: true,
  verbatimModuleSyntax: true,
  noEmit: true,
};

interface Project {
  of?: string;
  /** What else is installed, as npm is told it. */
  packages?: string[];
  compilerOptions?: object;
}

/** Somebody else's project: a folder outside of this repository, with the package as npm installs it. */
export class Stranger {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes a project of the files in `test/package/strangers/<of>`, or of none, and installs the package there. */
  static async install(
    folder: string,
    tarball: string,
    { of, packages = [], compilerOptions }: Project = {},
  ): Promise<Stranger> {
    mkdirSync(folder);
    if (of) cpSync(join('test/package/strangers', of), folder, { recursive: true });
    const write = (file: string, content: object): void => writeFileSync(join(folder, file), JSON.stringify(content));
    write('package.json', { private: true, type: 'module' });
    write('tsconfig.json', { compilerOptions: { ...STRICT, ...compilerOptions }, include: ['src'] });
    // Scripts of packages are for the server alone, where better-sqlite3 is compiled.
    const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
    const { stdout, stderr } = await npmIn(folder, 'install', ...quick, tarball, ...packages);
    if (/warn/i.test(stdout + stderr)) throw new Error(`npm install warns:\n${stdout}${stderr}`);
    return new Stranger(folder);
  }

  /** What is installed, by name. */
  packages(): string[] {
    const lock = JSON.parse(readFileSync(join(this.folder, 'node_modules/.package-lock.json'), 'utf8')) as {
      packages: object;
    };
    return Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, ''));
  }

  /** Runs a script of an installed package. */
  async runs(script: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    try {
      return {
        code: 0,
        ...(await execute(process.execPath, [join('node_modules', script), ...args], { cwd: this.folder })),
      };
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string };
    }
  }

  /** Checks all types, the package's own too; returns what the compiler complains about. */
  async typeErrors(compiler = 'typescript/bin/tsc'): Promise<string> {
    try {
      await execute(process.execPath, [installed.resolve(compiler)], { cwd: this.folder });
      return '';
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      return stdout + stderr || String(error);
    }
  }

  /** Bundles the project, as Vite does it, and puts it on a site at this path; returns what Vite warns of. */
  async publish(site: HostSite, path: string, plugins: PluginOption[] = []): Promise<string[]> {
    const warnings: string[] = [];
    await build({
      root: this.folder,
      base: `${path}/`,
      configFile: false,
      logLevel: 'silent',
      plugins,
      build: { outDir: 'out', rolldownOptions: { onwarn: ({ message }) => void warnings.push(message) } },
    });
    this.serve(site, 'out', path);
    return warnings;
  }

  /** Puts the files of one of its folders on a site. */
  serve(site: HostSite, folder: string, path: string): void {
    const root = resolve(this.folder, folder);
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const at = `${path}${file.slice(root.length).replaceAll('\\', '/')}`;
      const type = file.endsWith('.html') ? 'text/html' : 'text/javascript';
      site.answer(
        at,
        () => new Response(readFileSync(file), { headers: { 'content-type': `${type}; charset=utf-8` } }),
      );
    }
  }
}
