import { defineCases } from './adapter-case.js';
import { demand, NotApplicable } from './conformance-error.js';
import { account, newAddress, PASSWORD } from './portal.js';
import { refuses, takes } from './refusals.js';

const logged = { operation: 'logIn' } as const;
const refused = { operation: 'logIn', error: 'invalid_credentials' } as const;

// é as two code points: the form in which some keyboards give it.
const ACCENT = 'e\u0301';
const LONG = 90;

/** User names and passwords: two spellings of one thing are one, and two things are two. */
export const accountNormalization = defineCases('normalization', [
  {
    name: 'an owner gets in with the address in any case, and with spaces around it',
    rule: 'docs/security.md R-24',
    covers: [logged],
    run: async (portal) => {
      const { email } = await portal.newcomer();
      for (const username of [email.toUpperCase(), ` ${email} `, `${email}\u200b`]) {
        await takes(portal.visitor().adapter.logIn({ username, password: PASSWORD }), `the user name "${username}"`);
      }
    },
  },
  {
    name: 'an international domain is one in both its spellings',
    rule: 'docs/security.md R-24',
    covers: [logged],
    run: async (portal) => {
      const { visitor, ticket } = await portal.holder();
      const name = newAddress().split('@')[0]!;
      await visitor.adapter.createAccount(account(ticket, `${name}@b\u00fccher.example`));
      const username = `${name}@xn--bcher-kva.example`;
      await takes(portal.visitor().adapter.logIn({ username, password: PASSWORD }), `the user name "${username}"`);
    },
  },
  {
    name: 'an address in another case is the same, and taken',
    rule: 'docs/security.md R-24',
    covers: [{ operation: 'createAccount', error: 'email_taken' }],
    run: async (portal) => {
      const { email } = await portal.newcomer();
      const { visitor, ticket } = await portal.holder();
      const username = email.toUpperCase();
      await refuses(
        visitor.adapter.createAccount(account(ticket, username)),
        'email_taken',
        `the user name ${username}`,
      );
    },
  },
  {
    name: 'an address with a plus, or with other dots, is an address of its own',
    rule: 'docs/security.md R-24',
    covers: [{ operation: 'createAccount' }, refused],
    run: async (portal) => {
      const { visitor, ticket } = await portal.holder();
      const [name = '', host = ''] = newAddress().split('@');
      const username = `a.${name}+portal@${host}`;
      await takes(visitor.adapter.createAccount(account(ticket, username)), `the user name ${username}`);
      const { account: own } = await visitor.adapter.readSession();
      demand(own.username === username, `the user name to be kept as ${username}`, own.username);
      for (const other of [`a.${name}@${host}`, `a${name}+portal@${host}`]) {
        const logIn = portal.visitor().adapter.logIn({ username: other, password: PASSWORD });
        await refuses(logIn, 'invalid_credentials', `the user name ${other} for the account ${username}`);
      }
      await takes(portal.visitor().adapter.logIn({ username, password: PASSWORD }), `the user name ${username}`);
    },
  },
  {
    name: 'a password is taken as it was typed: spaces, case and its far end count',
    rule: 'docs/security.md R-33',
    covers: [logged, refused],
    run: async (portal) => {
      const { minLength, maxLength } = (await portal.config()).password;
      if (maxLength < LONG + 20) throw new NotApplicable(`passwords here end at ${maxLength} characters`);
      const { visitor, ticket, email } = await portal.holder();
      const password = ` ${PASSWORD}${'x'.repeat(Math.max(LONG, minLength))}Y `;
      await visitor.adapter.createAccount(account(ticket, email, password));
      const logIn = (typed: string) => portal.visitor().adapter.logIn({ username: email, password: typed });
      await takes(logIn(password), 'the password as it was set, with spaces at its ends');
      await refuses(logIn(password.trim()), 'invalid_credentials', 'the password without the spaces at its ends');
      await refuses(logIn(password.toLowerCase()), 'invalid_credentials', 'the password in lower case');
      await refuses(
        logIn(password.replace('Y', 'Z')),
        'invalid_credentials',
        `the password with another character after ${LONG}`,
      );
    },
  },
  {
    name: 'a letter with an accent is one in both its Unicode forms',
    rule: 'docs/security.md R-33',
    covers: [logged],
    run: async (portal) => {
      const { visitor, ticket, email } = await portal.holder();
      const typed = `${ACCENT}${PASSWORD}longenough`;
      await visitor.adapter.createAccount(account(ticket, email, typed));
      for (const password of [typed, typed.normalize('NFC')]) {
        await takes(
          portal.visitor().adapter.logIn({ username: email, password }),
          'either form of a password with an accent',
        );
      }
    },
  },
]);
