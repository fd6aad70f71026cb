import {
  activated,
  BIRTHDATE,
  expect,
  fits,
  invited,
  newAddress,
  PASSWORD,
  proof,
  refusal,
  refuses,
  type AdapterCase,
} from './adapter-case.js';

const needs: AdapterCase['needs'] = ['verifyCode', 'createAccount'];
const UNKNOWN_CODE = '01231-14567-89ABJ';

/** From a code to an account. */
export const activationCases: AdapterCase[] = [
  {
    name: 'says what the portal asks, in the contract’s shape',
    needs: ['readConfig'],
    run: async (backend) => fits('readConfig', await backend.connect().readConfig()),
  },
  {
    name: 'exchanges a code and a proof for a ticket, in any spelling of the code',
    needs: ['verifyCode'],
    run: async (backend) => {
      const { code } = await invited(backend);
      const adapter = backend.connect();
      const answer = await adapter.verifyCode({
        code: ` ${code.toLowerCase().replaceAll('-', ' ')} `,
        ...(await proof(adapter)),
      });
      fits('verifyCode', answer);
    },
  },
  {
    name: 'refuses an unknown code and a wrong proof alike',
    needs: ['verifyCode'],
    run: async (backend) => {
      const { code } = await invited(backend);
      const adapter = backend.connect();
      const right = await proof(adapter);
      const wrong = 'birthdate' in right ? { birthdate: '1981-01-01' } : { phone: '+12025550000' };
      const [unknown, mismatch] = [
        await refusal(adapter.verifyCode({ code: UNKNOWN_CODE, ...right })),
        await refusal(adapter.verifyCode({ code, ...wrong })),
      ];
      for (const found of [unknown, mismatch]) {
        expect(found.code === 'no_records_found', `It was refused with ${found.code}.`);
        expect(found.reason === undefined, 'It gave a reason to somebody who proved nothing.');
      }
    },
  },
  {
    name: 'refuses the right proof too after five wrong ones',
    needs: ['verifyCode'],
    run: async (backend) => {
      const { code } = await invited(backend);
      const adapter = backend.connect();
      const right = await proof(adapter);
      for (let i = 1; i <= 5; i++) {
        const wrong = 'birthdate' in right ? { birthdate: `1981-01-0${i}` } : { phone: `+1202555000${i}` };
        await refuses(adapter.verifyCode({ code, ...wrong }), 'no_records_found');
      }
      await refuses(adapter.verifyCode({ code, ...right }), 'no_records_found');
    },
  },
  {
    name: 'says which field is missing or unknown',
    needs: ['verifyCode'],
    run: async (backend) => {
      const adapter = backend.connect();
      const missing = await refusal(adapter.verifyCode({ code: UNKNOWN_CODE }));
      expect(
        missing.code === 'invalid_input' && missing.fields !== undefined,
        'It should be invalid_input, naming the field.',
      );
      const unknown = await refusal(
        adapter.verifyCode({ code: UNKNOWN_CODE, birthdate: BIRTHDATE, role: 'admin' } as never),
      );
      expect(unknown.code === 'invalid_input', `It was refused with ${unknown.code}.`);
    },
  },
  {
    name: 'makes an account with a ticket, and logs in',
    needs: [...needs, 'readSession'],
    run: async (backend) => {
      const { code, email } = await invited(backend);
      const adapter = backend.connect();
      const { ticket } = await adapter.verifyCode({ code, ...(await proof(adapter)) });
      fits(
        'createAccount',
        await adapter.createAccount({ ticket, relationship: 'self', username: email, password: PASSWORD }),
      );
      const session = await adapter.readSession();
      fits('readSession', session);
      expect(session.account.username === email, 'Somebody else is logged in.');
    },
  },
  {
    name: 'refuses a made-up ticket, what is no address, a weak password and an address taken, and loses nothing',
    needs,
    run: async (backend) => {
      const other = await activated(backend);
      const { code, email } = await invited(backend);
      const adapter = backend.connect();
      const { ticket } = await adapter.verifyCode({ code, ...(await proof(adapter)) });
      const input = { ticket, relationship: 'self', username: email, password: PASSWORD } as const;
      await refuses(adapter.createAccount({ ...input, ticket: 'made-up' }), 'ticket_expired');
      await refuses(adapter.createAccount({ ...input, username: 'not-an-address' }), 'email_invalid');
      await refuses(adapter.createAccount({ ...input, username: other.email.toUpperCase() }), 'email_taken');
      const weak = await refusal(adapter.createAccount({ ...input, password: 'x' }));
      expect(
        weak.code === 'password_policy' && weak.fields?.['password']?.code === 'policy',
        'A weak password should be a policy problem of the field password.',
      );
      await adapter.createAccount(input);
    },
  },
  {
    name: 'tells who proved to be the person that a code was used',
    needs,
    run: async (backend) => {
      const { code } = await activated(backend);
      const adapter = backend.connect();
      const found = await refusal(adapter.verifyCode({ code, ...(await proof(adapter)) }));
      expect(found.code === 'no_records_found' && found.reason === 'used', `It said ${found.code}, ${found.reason}.`);
    },
  },
  {
    name: 'gives a code to one of ten who use it at once',
    needs,
    run: async (backend) => {
      const { code } = await invited(backend);
      const ends = await Promise.allSettled(
        Array.from({ length: 10 }, async () => {
          const adapter = backend.connect();
          const { ticket } = await adapter.verifyCode({ code, ...(await proof(adapter)) });
          return adapter.createAccount({ ticket, relationship: 'self', username: newAddress(), password: PASSWORD });
        }),
      );
      const won = ends.filter(({ status }) => status === 'fulfilled').length;
      expect(won === 1, `${won} got an account.`);
    },
  },
  {
    name: 'gives an address to one of five who choose it at once',
    needs,
    run: async (backend) => {
      const username = newAddress();
      const ends = await Promise.allSettled(
        Array.from({ length: 5 }, async () => {
          const { code } = await invited(backend);
          const adapter = backend.connect();
          const { ticket } = await adapter.verifyCode({ code, ...(await proof(adapter)) });
          return adapter.createAccount({ ticket, relationship: 'self', username, password: PASSWORD });
        }),
      );
      const won = ends.filter(({ status }) => status === 'fulfilled').length;
      expect(won === 1, `${won} got an account.`);
    },
  },
  {
    name: 'answers a repeated request as the first time, but not with another password',
    needs,
    run: async (backend) => {
      const { code, email } = await invited(backend);
      const adapter = backend.connect();
      const { ticket } = await adapter.verifyCode({ code, ...(await proof(adapter)) });
      const input = { ticket, relationship: 'self', username: email, password: PASSWORD } as const;
      const first = await adapter.createAccount(input);
      const again = await backend.connect().createAccount(input);
      expect(again.step === first.step, `It led to ${again.step}, and to ${first.step} before.`);
      await refuses(backend.connect().createAccount({ ...input, password: 'Greenfield8+' }), 'ticket_expired');
    },
  },
  {
    name: 'answers alike when a new code is asked for, whatever the code was',
    needs: ['renewCode'],
    run: async (backend) => {
      const { code } = await invited(backend);
      const adapter = backend.connect();
      const right = await proof(adapter);
      fits('renewCode', await adapter.renewCode({ code, ...right }));
      fits('renewCode', await adapter.renewCode({ code: UNKNOWN_CODE, ...right }));
    },
  },
];
