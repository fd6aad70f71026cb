import { EXAMPLES } from '../../contract/examples.js';
import { operationNamed, OPERATION_NAMES, type OperationName } from '../../contract/operations.js';
import { defineCases } from './adapter-case.js';
import { demand, NotApplicable } from './conformance-error.js';
import { agreement, PASSWORD, UNKNOWN_CODE, type Portal } from './portal.js';
import { namesField, refuses } from './refusals.js';
import type { Visitor } from './visitor.js';

type Input = Record<string, unknown>;

/** Somebody who may call an operation, and an input that it takes. */
interface Call {
  visitor: Visitor;
  input: Input;
}

/** Calls whose input has to be somebody's own; the others are those of the contract's examples. */
const own: { [Name in OperationName]?: (portal: Portal) => Promise<Call> } = {
  async createAccount(portal) {
    const { visitor, ticket } = await portal.holder();
    return { visitor, input: { ...EXAMPLES.createAccount.input, ticket } };
  },
  async verifyCode(portal) {
    const person = await portal.invited();
    return { visitor: portal.visitor(), input: { code: person.code, ...(await portal.proof(person)) } };
  },
  async renewCode(portal) {
    const person = await portal.invited();
    return { visitor: portal.visitor(), input: { code: person.code, ...(await portal.proof(person)) } };
  },
  async answerConsent(portal) {
    const { visitor, adapter } = await portal.newcomer();
    const [document] = (await adapter.listConsents()).pending;
    if (!document) throw new NotApplicable('the portal has no consent document');
    return { visitor, input: agreement(document) };
  },
  async linkCode(portal) {
    const { visitor } = await portal.member();
    return { visitor, input: { code: UNKNOWN_CODE, ...(await portal.linkProof()) } };
  },
};

async function callOf(portal: Portal, name: OperationName): Promise<Call> {
  const given = own[name];
  if (given) return given(portal);
  const isPublic = operationNamed(name).access === 'public';
  const visitor = isPublic ? portal.visitor() : (await portal.member()).visitor;
  return { visitor, input: EXAMPLES[name].input };
}

/** The keys that travel in a body: what stands in the path can be neither missing nor of another type there. */
const bodyKeys = (name: OperationName, input: Input): string[] =>
  Object.keys(input).filter((key) => !operationNamed(name).path.includes(`{${key}}`));

const without = (input: Input, key: string): Input =>
  Object.fromEntries(Object.entries(input).filter(([name]) => name !== key));

const takes = (name: OperationName, input: Input): boolean => operationNamed(name).input.safeParse(input).success;

/** The operations that are sent something in a body. */
const WITH_BODY = OPERATION_NAMES.filter((name) => bodyKeys(name, EXAMPLES[name].input).length > 0);

/** What an operation doesn't take, it refuses before it does anything. */
export const inputs = defineCases('errors', [
  ...WITH_BODY.map((operation) => ({
    name: `${operation} takes its own keys, all of them, and nothing else`,
    rule: 'docs/security.md R-25' as const,
    covers: [{ operation, error: 'invalid_input' as const }],
    run: async (portal: Portal) => {
      const { visitor, input } = await callOf(portal, operation);
      const call = visitor.adapter[operation] as (input: unknown) => Promise<unknown>;
      for (const key of ['role', 'personId']) {
        const refused = await refuses(
          call({ ...input, [key]: 'x' }),
          'invalid_input',
          `${operation} with a key "${key}"`,
          'docs/security.md R-30',
        );
        namesField(refused, key, ['unknown']);
      }
      for (const key of bodyKeys(operation, input)) {
        // A list with the right value in it is what careless programs take for the value.
        for (const wrong of [[input[key]], 7]) {
          await refuses(
            call({ ...input, [key]: wrong }),
            'invalid_input',
            `${operation} with ${key}: ${JSON.stringify(wrong)}`,
          );
        }
        if (takes(operation, without(input, key))) continue;
        const refused = await refuses(call(without(input, key)), 'invalid_input', `${operation} without ${key}`);
        namesField(refused, key, ['missing']);
      }
    },
  })),
  {
    name: 'a code without a proof, or with a proof that the portal doesn’t ask for, is refused as that',
    rule: 'docs/security.md R-25',
    covers: [{ operation: 'verifyCode', error: 'invalid_input' }],
    run: async (portal) => {
      const { adapter } = portal.visitor();
      await refuses(adapter.verifyCode({ code: UNKNOWN_CODE }), 'invalid_input', 'a code without a proof');
      const { methods } = (await portal.config()).verification;
      const foreign = { birthdate: '1980-02-29', phone: '+12025550123', email: 'ann@example.org' };
      const [method, value] = Object.entries(foreign).find(([each]) => !(methods as string[]).includes(each)) ?? [];
      if (!method) return;
      const asked = await portal.proof({ email: 'ann@example.org' });
      const both = adapter.verifyCode({ code: UNKNOWN_CODE, ...asked, [method]: value });
      await refuses(both, 'invalid_input', `a proof by ${method}, which isn’t among verification.methods,`);
    },
  },
  {
    name: 'the answers to a consent are those to its own questions, and none is left out',
    rule: 'docs/security.md R-62',
    covers: [{ operation: 'answerConsent', error: 'invalid_input' }],
    run: async (portal) => {
      const { adapter } = await portal.newcomer();
      const { pending } = await adapter.listConsents();
      const document = pending.find(({ questions }) => questions.some(({ required }) => required));
      if (!document) throw new NotApplicable('no consent document here has a question that must be answered');
      const right = agreement(document);
      const { id } = document.questions.find(({ required }) => required)!;
      const unknown = adapter.answerConsent({ ...right, answers: { ...right.answers, nonsense: 'yes' } });
      namesField(await refuses(unknown, 'invalid_input', 'an answer to an unknown question'), 'nonsense', ['unknown']);
      const open = adapter.answerConsent({ ...right, answers: without(right.answers, id) as typeof right.answers });
      namesField(await refuses(open, 'invalid_input', `leaving out the answer to ${id}`), id, ['missing']);
      const { records } = await adapter.listConsents();
      demand(records.length === 0, 'nothing to be recorded', records);
    },
  },
  {
    name: 'a consent that is to be signed needs a signature',
    rule: 'docs/security.md R-62',
    covers: [{ operation: 'answerConsent', error: 'invalid_input' }],
    run: async (portal) => {
      const { adapter } = await portal.newcomer();
      const document = (await adapter.listConsents()).pending.find(({ signature }) => signature);
      if (!document) throw new NotApplicable('no consent document here is to be signed');
      const unsigned = adapter.answerConsent({ ...agreement(document), signature: undefined });
      namesField(await refuses(unsigned, 'invalid_input', 'an answer without a signature'), 'signature', ['missing']);
    },
  },
  {
    name: 'a password of absurd length is refused',
    rule: 'docs/security.md R-39',
    covers: [{ operation: 'logIn', error: 'invalid_input' }],
    run: async (portal) => {
      const login = { username: 'nobody@example.net', password: PASSWORD.repeat(100) };
      await refuses(portal.visitor().adapter.logIn(login), 'invalid_input', 'a password of 1100 characters');
    },
  },
]);
