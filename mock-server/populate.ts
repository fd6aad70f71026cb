import { normalizeCode } from '../src/contract/fields/activation-code.js';
import { codeDigest } from '../src/backend/core/activation/code.js';
import { addPerson } from '../src/backend/core/invitations/add-person.js';
import type { Deps } from '../src/backend/core/use-case.js';
import type { Invitation, Person } from '../src/backend/records.js';
import { MOCK_BASE_PATH } from './base-path.js';
import { MOCK_PASSWORD, people, type PersonName } from './clinic.js';
import type { CodeState, Scenario } from './scenarios.js';
import { MINUTE } from '../src/backend/units.js';

/** What the accounts of a world answer to each consent. */
const ANSWERS: Record<string, object> = {
  'portal-consent': { answers: { read: true, results: 'yes' }, signature: 'Dana Reyes' },
  'text-messages': { answers: { agree: true } },
  telehealth: { answers: { understood: 'yes', where: 'home' } },
};

/** What browsers call themselves, the one that stories are told on first. */
const DEVICES = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
];

interface World {
  call(request: Request): Promise<Response>;
  clock: { advance(ms: number): void };
  /** Goes on as somebody on a device that isn't logged in. */
  takeNewDevice(): void;
}

/** Brings a scenario's people, codes and accounts about, the accounts by walking through the front door. */
export async function populate(deps: Deps, scenario: Scenario, world: World): Promise<void> {
  const onFile = {} as Record<PersonName, Person>;
  for (const name of Object.keys(people) as PersonName[]) onFile[name] = await addPerson(deps, people[name]);

  for (const [name, account] of Object.entries(scenario.accounts ?? {}) as [
    PersonName,
    NonNullable<Scenario['accounts']>[PersonName],
  ][]) {
    const used = Object.entries(scenario.codes ?? {}).find(
      ([, { person, state }]) => person === name && state === 'used',
    );
    await activate(deps, world, onFile[name], used?.[0] ?? SPARE_CODES[name], account!);
  }
  for (const [code, { person, state }] of Object.entries(scenario.codes ?? {})) {
    if (state !== 'used') await issue(deps, onFile[person], code, state);
  }
  await request(world, 'DELETE', '/session');
  if (!scenario.loggedIn) return;
  // The last device is the one that the story is told on.
  for (let other = scenario.otherDevices ?? 0; other >= 0; other--) {
    const account = { username: onFile[scenario.loggedIn].email, password: MOCK_PASSWORD };
    world.takeNewDevice();
    await request(world, 'POST', '/session', account, DEVICES[other % DEVICES.length]);
  }
}

const SPARE_CODES: Record<PersonName, string> = { dana: '0000-DANA', milo: '0000-MILO', sam: '0000-SAM' };

async function issue(deps: Deps, person: Person, code: string, state: CodeState): Promise<void> {
  const now = deps.clock.now();
  const invitation: Invitation = {
    id: deps.random.id(),
    personId: person.id,
    codeDigest: await codeDigest(deps, normalizeCode(code)),
    email: person.email!,
    language: 'en',
    issuedAt: now - 10 * MINUTE,
    expiresAt: state === 'expired' ? now - MINUTE : now + deps.settings.validity.codeMs,
    usedAt: null,
    replacedAt: state === 'replaced' ? now : null,
    revokedAt: state === 'revoked' ? now : null,
    lockedAt: state === 'locked' ? now : null,
  };
  await deps.store.issueInvitation(invitation, { replaceOlder: false }, { events: [] });
}

async function activate(
  deps: Deps,
  world: World,
  person: Person,
  code: string,
  { consents, helpSeen }: { consents: string; helpSeen?: boolean },
): Promise<void> {
  await issue(deps, person, code, 'pending');
  const { methods } = deps.settings.config('en').verification;
  const proof = { phone: { phone: person.workPhone }, email: { email: person.email } }[String(methods[0])] ?? {
    birthdate: person.birthdate,
  };
  const { ticket } = await request(world, 'POST', '/activation/verify', { code, ...proof });
  await request(world, 'POST', '/activation', {
    ticket,
    relationship: 'self',
    username: person.email,
    password: MOCK_PASSWORD,
  });
  if (consents !== 'open') {
    for (const source of deps.settings.consents) {
      if (consents === 'required-answered' && !source.required) continue;
      const { version } = source.inLanguage('en');
      await request(world, 'POST', `/consents/${source.documentId}`, {
        version,
        decision: 'accept',
        ...ANSWERS[source.documentId],
      });
    }
  }
  if (helpSeen) await request(world, 'PUT', '/account/help-seen');
}

async function request(
  { call }: World,
  method: string,
  path: string,
  body?: object,
  device = DEVICES[0]!,
): Promise<{ ticket?: string }> {
  const asked = new Request(`https://portal.example${MOCK_BASE_PATH}${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  // In a browser a request may not be given the name of another one; the headers alone may.
  const headers = new Headers({ 'user-agent': device, ...(body && { 'content-type': 'application/json' }) });
  const response = await call(Object.defineProperty(asked, 'headers', { value: headers }));
  if (!response.ok)
    throw new Error(`The scenario can't be brought about: ${method} ${path} answered ${await response.text()}`);
  return (await response.json()) as { ticket?: string };
}
