import { defineCases } from './adapter-case.js';
import { demand, NotApplicable } from './conformance-error.js';
import { PHONE, WORK_PHONE, type Portal } from './portal.js';
import { namesField, refuses, takes } from './refusals.js';

const FULL_WIDTH = 0xfee0;

/** Ways to write a code that all mean it. */
const SPELLINGS: Record<string, (code: string) => string> = {
  'in lower case': (code) => code.toLowerCase(),
  'without dashes': (code) => code.replaceAll('-', ''),
  'with spaces in place of dashes, and around it': (code) => `  ${code.replaceAll('-', ' ')} `,
  'with en dashes': (code) => code.replaceAll('-', '\u2013'),
  'with no-break and zero-width spaces': (code) => `\u00a0${code.replaceAll('-', '\u200b')}`,
  'with O for 0, and l for 1': (code) => code.replaceAll('0', 'O').replaceAll('1', 'l'),
  'in full-width letters': (code) =>
    code.replace(/[0-9A-Z]/g, (symbol) => String.fromCodePoint(symbol.codePointAt(0)! + FULL_WIDTH)),
};

const NO_DATES = ['1981-02-29', '1980-13-01', '1980-02-30', '1899-12-31', '02/29/1980', '1980-2-29', '19800229'];

/** Ways to write the phone on file that all mean it; without a country only where the portal is at home there. */
const phonesIn = (region: string): string[] => [
  '+1 202.555.0123',
  ' +1 (202) 555-0123 ',
  '+1 202 555 0123 ext. 55',
  '+\u0661\u0662\u0660\u0662\u0665\u0665\u0665\u0660\u0661\u0662\u0663',
  ...(region === 'US' ? ['(202) 555-0123', '2025550123', '202 555 0123'] : []),
];

async function demandMethod(portal: Portal, method: 'birthdate' | 'phone'): Promise<void> {
  const { methods } = (await portal.config()).verification;
  if (!methods.includes(method)) throw new NotApplicable(`the portal doesn’t ask for a ${method}`);
}

async function demandEditablePhones(portal: Portal) {
  const { adapter } = await portal.member();
  const { editable } = await adapter.readAccount();
  if (!editable.includes('homePhone')) throw new NotApplicable('phones can’t be edited here');
  return adapter;
}

const verified = { operation: 'verifyCode' } as const;

/** Codes, birthdates and phones are understood as people type them, and what means something else stays that. */
export const normalization = defineCases('normalization', [
  {
    name: 'a code is taken in any spelling',
    rule: 'docs/security.md R-2',
    covers: [verified],
    run: async (portal) => {
      const any = (await portal.config()).code.format === 'any';
      if (any) throw new NotApplicable('codes here have a shape of their own');
      const person = await portal.invited();
      const proof = await portal.proof(person);
      for (const [how, spell] of Object.entries(SPELLINGS)) {
        const code = spell(person.code);
        await takes(portal.visitor().adapter.verifyCode({ code, ...proof }), `a code ${how}, "${code}",`);
      }
    },
  },
  {
    name: 'a code of the portal’s own shape is taken with spaces around it',
    rule: 'docs/security.md R-2',
    covers: [verified],
    run: async (portal) => {
      const person = await portal.invited();
      const code = `\u00a0${person.code} \u200b`;
      const proof = await portal.proof(person);
      await takes(portal.visitor().adapter.verifyCode({ code, ...proof }), 'a code with spaces around it');
    },
  },
  {
    name: 'a birthdate is that day and no other',
    rule: 'docs/security.md R-19',
    covers: [verified, { operation: 'verifyCode', error: 'no_records_found' }],
    run: async (portal) => {
      await demandMethod(portal, 'birthdate');
      const { code } = await portal.invited();
      const { adapter } = portal.visitor();
      for (const birthdate of ['1980-02-28', '1980-03-01']) {
        const wrong = adapter.verifyCode({ code, birthdate });
        await refuses(wrong, 'no_records_found', `${birthdate} for somebody born on 1980-02-29`);
      }
      await takes(adapter.verifyCode({ code, birthdate: '1980-02-29' }), 'the birthdate 1980-02-29');
    },
  },
  {
    name: 'a birthdate that is no day of the calendar is refused as that',
    rule: 'docs/security.md R-19',
    covers: [{ operation: 'verifyCode', error: 'invalid_input' }],
    run: async (portal) => {
      await demandMethod(portal, 'birthdate');
      const { code } = await portal.invited();
      for (const birthdate of NO_DATES) {
        const verify = portal.visitor().adapter.verifyCode({ code, birthdate });
        namesField(await refuses(verify, 'invalid_input', `the birthdate "${birthdate}"`), 'birthdate', ['invalid']);
      }
    },
  },
  {
    name: 'a phone on file is taken in any spelling, a part of it isn’t',
    rule: 'docs/security.md R-20',
    covers: [verified, { operation: 'verifyCode', error: 'no_records_found' }],
    run: async (portal) => {
      await demandMethod(portal, 'phone');
      const { code } = await portal.invited();
      const { adapter } = portal.visitor();
      for (const phone of [...phonesIn((await portal.config()).phoneRegion), WORK_PHONE]) {
        await takes(adapter.verifyCode({ code, phone }), `the phone "${phone}" for ${PHONE} and ${WORK_PHONE} on file`);
      }
      await refuses(adapter.verifyCode({ code, phone: '5550123' }), 'no_records_found', 'a part of the phone on file');
    },
  },
  {
    name: 'a phone is kept in one form, in whatever spelling it came',
    rule: 'docs/security.md R-20',
    covers: [{ operation: 'updateContact' }],
    run: async (portal) => {
      const adapter = await demandEditablePhones(portal);
      for (const homePhone of phonesIn((await portal.config()).phoneRegion)) {
        const own = await takes(adapter.updateContact({ homePhone }), `the phone "${homePhone}"`);
        demand(own.homePhone === PHONE, `"${homePhone}" to be kept as ${PHONE}`, own.homePhone);
        const { homePhone: none } = await adapter.updateContact({ homePhone: null });
        demand(none === null, 'null to remove the phone', none);
      }
    },
  },
  {
    name: 'what is no phone is refused as that',
    rule: 'docs/security.md R-20',
    covers: [{ operation: 'updateContact', error: 'invalid_input' }],
    run: async (portal) => {
      const adapter = await demandEditablePhones(portal);
      for (const homePhone of ['nothing', '12', '+1 202 555']) {
        const update = adapter.updateContact({ homePhone });
        namesField(await refuses(update, 'invalid_input', `the phone "${homePhone}"`), 'homePhone', ['invalid']);
      }
    },
  },
]);
