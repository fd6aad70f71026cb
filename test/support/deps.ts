import { configSchema, type PortalConfig } from '../../src/contract/index.js';
import type { Deps, Member, Visitor } from '../../src/backend/core/use-case.js';
import { admit } from '../../src/backend/core/sessions.js';
import { addPerson } from '../../src/backend/core/invitations/add-person.js';
import { issueInvitation } from '../../src/backend/core/invitations/issue-invitation.js';
import { createAccount } from '../../src/backend/core/activation/create-account.js';
import { verifyCode } from '../../src/backend/core/activation/verify-code.js';
import { answerConsent } from '../../src/backend/core/consent/answer-consent.js';
import { featuresOf } from '../../src/backend/features.js';
import type { Letter } from '../../src/backend/letter.js';
import { phones } from '../../src/backend/phones.js';
import type { Store } from '../../src/backend/ports.js';
import { DEFAULT_SETTINGS, type ConsentSource, type BackendSettings } from '../../src/backend/settings.js';
import { createMemoryStore } from '../../src/backend/stores/memory-store.js';
import { createCheapHasher, createRandom, createSecrets } from '../../src/backend/web-crypto.js';
import { consentDocuments } from '../../mock-server/clinic.js';

export const BIRTHDATE = '1980-02-29';
export const PASSWORD = 'Bluewater7-';

/** The core on a memory store, with a clock that stands still until it is moved and every letter readable. */
export interface World {
  deps: Deps;
  clock: { now(): number; advance(ms: number): void };
  /** Letters that wait in the outbox, oldest first. */
  letters(): Promise<Letter[]>;
  /** Somebody new on file with a pending code. */
  invite(
    person?: Partial<Parameters<typeof addPerson>[1]>,
  ): Promise<{ code: string; email: string; personId: string; invitationId: string }>;
  visitor(more?: Partial<Visitor>): Visitor & { token: string | undefined };
  /** A new account, logged in. */
  activate(more?: {
    email?: string;
    mobilePhone?: string;
    consents?: boolean;
  }): Promise<{ member: Member; email: string; code: string; personId: string }>;
}

type Over = Partial<Omit<BackendSettings, 'config' | 'consents'>> & {
  config?: object;
  consents?: ConsentSource[];
  store?: Store;
};

const sources: ConsentSource[] = consentDocuments.map((document) => ({
  documentId: document.documentId,
  required: document.required,
  renewalDays: null,
  recordsMobilePhone: document.documentId === 'text-messages',
  inLanguage: () => document,
}));

let people = 0;

export async function createWorld({
  config: given = {},
  consents = sources,
  store = createMemoryStore(),
  ...settings
}: Over = {}): Promise<World> {
  const read = configSchema.parse(given);
  const config: PortalConfig = { ...read, features: featuresOf(read) };
  let now = Date.UTC(2026, 10, 25, 12);
  const clock = { now: () => now, advance: (ms: number) => void (now += ms) };
  const secrets = await createSecrets(new Uint8Array(32).fill(1));
  const deps: Deps = {
    store,
    hasher: createCheapHasher(secrets),
    secrets,
    phones,
    commonPasswords: { has: (password) => password.startsWith('password') },
    clock,
    random: createRandom(),
    settings: { ...DEFAULT_SETTINGS, publicUrl: 'https://portal.example', config: () => config, consents, ...settings },
  };

  const visitor: World['visitor'] = (more) => {
    const self = {
      network: '192.0.2.1',
      language: 'en',
      userAgent: 'test',
      token: undefined as string | undefined,
      begin: (token: string) => void (self.token = token),
      end: () => void (self.token = undefined),
      ...more,
    };
    return self;
  };
  const invite: World['invite'] = async (person) => {
    const email = person?.email ?? `p${++people}@example.org`;
    const { id } = await addPerson(deps, {
      birthdate: BIRTHDATE,
      givenName: 'Pat',
      familyName: 'Doe',
      homePhone: '+12025550123',
      ...person,
      email,
    });
    const { code, invitation } = await issueInvitation(deps, { personId: id });
    return { code, email, personId: id, invitationId: invitation.id };
  };
  return {
    deps,
    clock,
    visitor,
    invite,
    letters: async () => {
      // The lease is one millisecond, so that looking takes nothing away from a later look.
      const claimed = await store.claimLetters({ limit: 1_000, leaseMs: 1 }, now);
      clock.advance(1);
      return Promise.all(claimed.map(async ({ payload }) => JSON.parse(await secrets.open(payload)) as Letter));
    },
    activate: async (more) => {
      const { consents: _, ...person } = more ?? {};
      const invited = await invite(person);
      const guest = visitor();
      const { ticket } = await verifyCode(deps, { code: invited.code, birthdate: BIRTHDATE }, guest);
      await createAccount(deps, { ticket, relationship: 'self', username: invited.email, password: PASSWORD }, guest);
      const member = await admit(deps, guest, 'session');
      if (more?.consents !== false) {
        for (const source of consents.filter(({ required }) => required)) await accept(deps, member, source);
      }
      return { ...invited, member };
    },
  };
}

const ANSWERS: Record<string, Record<string, true | string>> = {
  'portal-consent': { read: true, results: 'yes' },
  'text-messages': { agree: true },
  telehealth: { understood: 'yes', where: 'home' },
};

/** Agrees to a document as somebody would who has no objections. */
export const accept = (deps: Deps, member: Member, { documentId, inLanguage }: ConsentSource) => {
  const { version, signature } = inLanguage('en');
  return answerConsent(
    deps,
    {
      documentId,
      version,
      decision: 'accept',
      answers: ANSWERS[documentId] ?? {},
      ...(signature && { signature: 'Pat Doe' }),
    },
    member,
  );
};
