// Part of `npm run version-packages`, after changesets have set the version: the sources say it too.
import { readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const file = 'src/contract/version.ts';
writeFileSync(file, readFileSync(file, 'utf8').replace(/'.*'/, `'${version}'`));
