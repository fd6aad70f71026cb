import type { PortalAdapter } from '../../adapter/portal-adapter.js';
import type { PortalConfig } from '../../contract/config.js';
import type { ConsentDocument } from '../../contract/consent.js';
import { OPERATION_NAMES, type OperationName } from '../../contract/operations.js';
import type { Step } from '../../contract/step.js';
import type { AdapterUnderTest, Invited } from './adapter-under-test.js';
import { NotApplicable } from './conformance-error.js';
import type { Jar } from '../http-client.js';
import { openVisitor, type Visitor } from './visitor.js';

export const BIRTHDATE = '1980-02-29';
export const PHONE = '+12025550123';
export const WORK_PHONE = '+12025550124';
export const PASSWORD = 'Bluewater7-';
export const OTHER_PASSWORD = 'Greenfield8+';
/** A code that was never issued, with a right check symbol. */
export const UNKNOWN_CODE = '01231-14567-89ABJ';

/** What proves to be somebody. */
type Proof = { birthdate: string } | { phone: string } | { email: string };

/** Somebody who was invited. */
export interface Person extends Invited {
  email: string;
}

/** Somebody who holds a ticket. */
interface Holder extends Person {
  visitor: Visitor;
  ticket: string;
}

/** Somebody with an account, logged in. */
export interface Member extends Person {
  visitor: Visitor;
  adapter: PortalAdapter;
  step: Step;
}

/** A reader that a backend may bring along. */
type Reader = 'mailbox' | 'trail' | 'clock' | 'inviteAgain' | 'outage';

/** A backend as cases see it: people to put on file, visitors to let in. */
export interface Portal {
  config(): Promise<PortalConfig>;
  features(): Promise<readonly OperationName[]>;
  /** Ends the case as one that can't be tried where the backend lacks an operation; calling it does so too. */
  demandFeature(name: OperationName): Promise<void>;
  /** Where the API stands, on the wire. */
  baseUrl(): string;
  /** Somebody new, or, on the wire, somebody with these cookies. */
  visitor(cookies?: Jar): Visitor;
  /** What the backend brings along for this, or the end of the case as one that can't be tried. */
  demand<Name extends Reader>(name: Name): NonNullable<AdapterUnderTest[Name]>;
  invited(): Promise<Person>;
  /** What proves to be the person that everybody here is on file as. */
  proof(of: { email: string }): Promise<Proof>;
  /** The nth proof that is wrong. */
  wrongProof(n: number): Promise<Proof>;
  /** What linking a code asks for. */
  linkProof(): Promise<Partial<Proof>>;
  holder(): Promise<Holder>;
  /** A new account with no consent answered. */
  newcomer(): Promise<Member>;
  /** A new account with every required consent given. */
  member(): Promise<Member>;
}

// Tells runs apart that go against one backend.
const run = crypto.randomUUID().slice(0, 8);
let people = 0;

/** An address that nobody else has. */
export const newAddress = (): string => `kit-${run}-${++people}@example.org`;

/** The documents that somebody must agree to. */
export const requiredOf = (documents: readonly ConsentDocument[]): ConsentDocument[] =>
  documents.filter(({ required }) => required);

const configs = new WeakMap<AdapterUnderTest, Promise<PortalConfig>>();

/** Opens a backend for one case. */
export function openPortal(backend: AdapterUnderTest): Portal {
  const config = (): Promise<PortalConfig> => {
    const reading = configs.get(backend) ?? openVisitor(backend, async () => undefined).adapter.readConfig();
    configs.set(backend, reading);
    reading.catch(() => configs.delete(backend));
    return reading;
  };
  const features = async (): Promise<readonly OperationName[]> => {
    const listed = (await config()).features;
    return listed.length > 0 ? OPERATION_NAMES.filter((name) => listed.includes(name)) : OPERATION_NAMES;
  };
  const demandFeature = async (name: OperationName): Promise<void> => {
    if (name !== 'readConfig' && !(await features()).includes(name)) {
      throw new NotApplicable(`the backend has no ${name}: it isn’t among \`features\``);
    }
  };
  const methods = async () => (await config()).verification.methods;

  const portal: Portal = {
    config,
    features,
    demandFeature,
    baseUrl: () => backend.http?.baseUrl ?? '',
    visitor: (cookies) => openVisitor(backend, demandFeature, cookies),
    demand(name) {
      const reader = backend[name];
      if (!reader) throw new NotApplicable(`no \`${name}\` is given`);
      return (typeof reader === 'function' ? reader.bind(backend) : reader) as NonNullable<typeof reader>;
    },
    async invited() {
      const email = newAddress();
      const given = { birthdate: BIRTHDATE, homePhone: PHONE, workPhone: WORK_PHONE };
      return { ...(await backend.invite({ email, ...given, givenName: 'Pat', familyName: 'Doe' })), email };
    },
    async proof({ email }) {
      const asked = await methods();
      if (asked.includes('birthdate')) return { birthdate: BIRTHDATE };
      if (asked.includes('phone')) return { phone: PHONE };
      if (asked.includes('email')) return { email };
      throw new NotApplicable('the portal asks for answers of its own, which nobody here can know');
    },
    async wrongProof(n) {
      const proof = await portal.proof({ email: `nobody${n}@example.net` });
      if ('birthdate' in proof) return { birthdate: `1981-01-${String(n).padStart(2, '0')}` };
      return 'phone' in proof ? { phone: `+1202555${String(1_000 + n)}` } : proof;
    },
    async linkProof() {
      const { verification } = (await config()).link;
      return verification === 'birthdate' ? { birthdate: BIRTHDATE } : verification === 'phone' ? { phone: PHONE } : {};
    },
    async holder() {
      const person = await portal.invited();
      const visitor = portal.visitor();
      const { ticket } = await visitor.adapter.verifyCode({ code: person.code, ...(await portal.proof(person)) });
      return { ...person, visitor, ticket };
    },
    async newcomer() {
      const { visitor, ticket, ...person } = await portal.holder();
      const { adapter } = visitor;
      const { step } = await adapter.createAccount(account(ticket, person.email));
      return { ...person, visitor, adapter, step };
    },
    async member() {
      const newcomer = await portal.newcomer();
      if (newcomer.step !== 'consent') return newcomer;
      const { pending } = await newcomer.adapter.listConsents();
      for (const document of requiredOf(pending)) await agree(newcomer.adapter, document);
      return newcomer;
    },
  };
  return portal;
}

/** What an account is asked for with. */
export const account = (ticket: string, username: string, password = PASSWORD) =>
  ({ ticket, relationship: 'self', username, password }) as const;

function answerTo({ type, options }: ConsentDocument['questions'][number]): true | string {
  if (type === 'acknowledge') return true;
  if (type === 'yes-no') return 'yes';
  return type === 'choice' ? options![0]!.value : PHONE;
}

/** What somebody answers who has no objections. */
export const agreement = ({ documentId, version, questions, signature }: ConsentDocument) => ({
  documentId,
  version,
  decision: 'accept' as const,
  answers: Object.fromEntries(questions.map((question): [string, true | string] => [question.id, answerTo(question)])),
  ...(signature && { signature: 'Pat Doe' }),
});

/** Agrees to a document. */
export const agree = (adapter: PortalAdapter, document: ConsentDocument) => adapter.answerConsent(agreement(document));
