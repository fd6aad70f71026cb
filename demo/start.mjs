// `npm start`: installs what is missing, builds what has changed, and runs the demo portal.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing, npm } from '../test/support/npm.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const built = 'dist/node/cli.js';
const sources = ['src', 'rollup.config.mjs', 'package.json', 'tsconfig.json'];

try {
  installMissing();
  if (newest(sources) > newest([built])) {
    console.log('Building…');
    if (npm(['run', '--silent', 'build']).status !== 0) throw new Error('npm run build failed.');
  }
  const { runDemo } = await import('./demo-server.mjs');
  await runDemo();
} catch (error) {
  // A sentence for a person; the stack is shown where it is a fault of the program.
  console.error(
    ['UsageError', 'ConfigError', 'StoreUnavailable', 'Error'].includes(error.name) ? error.message : error,
  );
  process.exit(1);
}

/** When the newest file below these paths was changed; 0 where there is none. */
function newest(paths) {
  return Math.max(
    0,
    ...paths.map((path) => {
      const stat = statSync(path, { throwIfNoEntry: false });
      if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
      return newest(readdirSync(path).map((name) => join(path, name)));
    }),
  );
}
