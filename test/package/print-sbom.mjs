// Part of `npm run build`: dist/sbom.cdx.json names, as CycloneDX, whatever comes along with the package: what npm
// installs beside it, and whose code is inside its files. Who runs the server installs further packages, and has npm list
// those: `npm sbom`.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { npmCommand } from '../support/npm.mjs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const { name, dependencies } = read('package.json');

const [program, ...first] = npmCommand();
const args = [...first, 'sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
const shell = program === 'npm' && process.platform === 'win32';
const bom = JSON.parse(execFileSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 26, shell }));

/** The packages whose code the compiler or the bundler has taken in, as the source maps tell. */
const inside = readdirSync('dist', { recursive: true })
  .filter((file) => file.endsWith('.js.map'))
  .flatMap((file) => read(`dist/${file}`).sources)
  .flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);

const components = new Map(bom.components.map((component) => [component['bom-ref'], component]));
const needs = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
const kept = new Set();
const keep = (ref) => {
  if (kept.has(ref)) return;
  kept.add(ref);
  needs.get(ref).forEach(keep);
};
const direct = new Set([...Object.keys(dependencies), ...inside]);
const root = bom.metadata.component;
// npm calls the package itself as the folder is called that it stands in.
root.name = name;
needs.set(
  root['bom-ref'],
  needs.get(root['bom-ref']).filter((ref) => direct.has(components.get(ref)?.name)),
);
keep(root['bom-ref']);

// The same sources make the same file: no time, no random number.
delete bom.serialNumber;
delete bom.metadata.timestamp;
bom.components = bom.components.filter((component) => kept.has(component['bom-ref']));
for (const component of bom.components) {
  component.scope = 'required';
  component.properties = component.properties.filter((property) => property.name !== 'cdx:npm:package:development');
}
bom.dependencies = [...kept].sort().map((ref) => ({ ref, dependsOn: needs.get(ref) }));
writeFileSync('dist/sbom.cdx.json', `${JSON.stringify(bom, null, 2)}\n`);
