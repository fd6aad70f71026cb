import { normalizeCode } from '../src/contract/fields/activation-code.js';
import { codeDigest } from '../src/backend/core/activation/code.js';
import { addPerson } from '../src/backend/core/invitations/add-person.js';
import type { Deps } from '../src/backend/core/use-case.js';
import type { Invitation, Person } from '../src/backend/ports.js';
import { MOCK_BASE_PATH } from './base-path.js';
import { MOCK_PASSWORD, people, type PersonName } from './clinic.js';
import type { CodeState, Scenario } from './scenarios.js';

const MINUTE = 60_000;

/** What the accounts of a world answer to each consent. */
const ANSWERS: Record<string, object> = {
  'portal-consent': { answers: { read: true, results: 'yes' }, signature: 'Dana Reyes' },
  'text-messages': { answers: { agree: true } },
  telehealth: { answers: { understood: 'yes', where: 'home' } },
};

interface World {
  call(request: Request): Promise<Response>;
  clock: { advance(ms: number): void };
}

/** Brings a scenario's people, codes and accounts about, the accounts by walking through the front door. */
export async function populate(deps: Deps, scenario: Scenario, world: World): Promise<void> {
  const onFile = {} as Record<PersonName, Person>;
  for (const name of Object.keys(people) as PersonName[]) onFile[name] = await addPerson(deps, people[name]);

  for (const [name, account] of Object.entries(scenario.accounts ?? {}) as [PersonName, NonNullable<Scenario['accounts']>[PersonName]][]) {
    const used = Object.entries(scenario.codes ?? {}).find(([, { person, state }]) => person === name && state === 'used');
    await activate(deps, world, onFile[name], used?.[0] ?? SPARE_CODES[name], account!);
  }
  for (const [code, { person, state }] of Object.entries(scenario.codes ?? {})) {
    if (state !== 'used') await issue(deps, onFile[person], code, state);
  }
  await request(world, 'DELETE', '/session');
  if (scenario.loggedIn) {
    await request(world, 'POST', '/session', { username: onFile[scenario.loggedIn].email, password: MOCK_PASSWORD });
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
  const proof = methods[0] === 'phone' ? { phone: person.workPhone } : { birthdate: person.birthdate };
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
      await request(world, 'POST', `/consents/${source.documentId}`, { version, decision: 'accept', ...ANSWERS[source.documentId] });
    }
  }
  if (helpSeen) await request(world, 'PUT', '/account/help-seen');
}

async function request({ call }: World, method: string, path: string, body?: object): Promise<{ ticket?: string }> {
  const response = await call(
    new Request(`https://portal.example${MOCK_BASE_PATH}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    }),
  );
  if (!response.ok) throw new Error(`The scenario can't be brought about: ${method} ${path} answered ${await response.text()}`);
  return (await response.json()) as { ticket?: string };
}
