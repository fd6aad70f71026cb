// What a page downloads of the forms that README.md compares with, in KiB of Brotli at its best: `node bench/sizes.mjs`.
// Installs them from npm into a temporary folder. Ours are told, and held to a budget, by `npm run size`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const FORMS = {
  '@teamhanko/hanko-elements': { code: "export { register } from '@teamhanko/hanko-elements';" },
  '@vaadin/login': { code: "import '@vaadin/login/vaadin-login-form.js';" },
  // Comes bundled: the smaller one, which is for Identity Engine, with its style sheet.
  '@okta/okta-signin-widget': { files: ['dist/js/okta-sign-in.oie.min.js', 'dist/css/okta-sign-in.min.css'] },
};

/** What an application's bundler would make of it. */
async function bundled(code, resolveDir) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
    logLevel: 'error',
  });
  return outputFiles.map(({ contents }) => contents);
}

const folder = mkdtempSync(join(tmpdir(), 'portal-sizes-'));
try {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...Object.keys(FORMS)], { cwd: folder });
  for (const [name, { code, files }] of Object.entries(FORMS)) {
    const at = join(folder, 'node_modules', name);
    const { version } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
    const parts = files?.map((file) => readFileSync(join(at, file))) ?? (await bundled(code, folder));
    const bytes = parts.reduce((sum, part) => sum + brotliCompressSync(part).length, 0);
    console.log(`${name} ${version}`.padEnd(40), (bytes / 1024).toFixed(1));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
