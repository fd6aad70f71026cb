import { createMockBackend } from '../../../mock-server/create-mock-backend.js';
import { EXAMPLES } from '../../../src/contract/examples.js';
import { PortalError } from '../../../src/contract/errors.js';
import { seeders, WIDE } from '../../support/conformance.js';
import { answersInstead, caught, changed, type Instead } from './wrong.js';

/** The mock with something wrong in every client of it. */
const wrong = (what: string, by: string, begin: () => Instead, limits = {}): void =>
  caught(what, by, async () => {
    const { deps, connect, mailbox, clock } = await createMockBackend({ about: 'A portal with nobody in it.' });
    Object.assign(deps.settings.limits, WIDE, limits);
    const instead = begin();
    return { connect: () => changed(connect(), instead), clock, ...seeders(deps, mailbox) };
  });

const expired = (error: PortalError): boolean => error.code === 'ticket_expired';

wrong('a code that is good for a second account', 'single use: a second ticket of a used code is worth nothing', () => {
  const codes = new Map<string, string>();
  const used = new Set<string>();
  return (right) => ({
    async verifyCode(input, options) {
      const answer = await right.verifyCode(input, options);
      codes.set(answer.ticket, input.code);
      return answer;
    },
    async createAccount(input, options) {
      const code = codes.get(input.ticket) ?? '';
      const before = used.has(code);
      try {
        const answer = await right.createAccount(input, options);
        used.add(code);
        codes.delete(input.ticket);
        return answer;
      } catch (error) {
        if (code && before && expired(error as PortalError)) return { step: 'consent' };
        throw error;
      }
    },
  });
});

wrong(
  'a ticket that is read before it is spent',
  'single use: of many who use one ticket at once, each for an address of their own, one gets an account',
  () => {
    const underWay = new Map<string, number>();
    return (right) => ({
      async createAccount(input, options) {
        const others = underWay.get(input.ticket) ?? 0;
        underWay.set(input.ticket, others + 1);
        try {
          return await right.createAccount(input, options);
        } catch (error) {
          if (others > 0 && expired(error as PortalError)) return { step: 'consent' };
          throw error;
        } finally {
          underWay.set(input.ticket, underWay.get(input.ticket)! - 1);
        }
      },
    });
  },
);

wrong(
  'an activation that can’t be sent again',
  'single use: an activation that is sent again is answered as before, with a session',
  () => {
    const spent = new Set<string>();
    return (right) => ({
      async createAccount(input, options) {
        if (spent.has(input.ticket)) throw new PortalError('ticket_expired');
        const answer = await right.createAccount(input, options);
        spent.add(input.ticket);
        return answer;
      },
    });
  },
);

wrong('a reset link that is good twice', 'single use: a mailed reset link is good once, and only the newest', () => {
  const used = new Set<string>();
  return (right) => ({
    async resetPassword(input, options) {
      if (used.has(input.token)) return { step: 'log-in' };
      const answer = await right.resetPassword(input, options);
      used.add(input.token);
      return answer;
    },
  });
});

wrong('a portal without a consent gate', 'consents: updateContact waits for the required consents', () =>
  answersInstead('updateContact', 'consent_required', EXAMPLES.updateContact.output),
);

wrong(
  'a log-in that tells apart who has an account',
  'uniform answers: a wrong password is answered as an unknown user name is',
  () => {
    const known = new Set<string>();
    return (right) => ({
      async createAccount(input, options) {
        known.add(input.username);
        return right.createAccount(input, options);
      },
      logIn: (input, options) =>
        right.logIn(input, options).catch((error: PortalError) => {
          if (error.code !== 'invalid_credentials' || known.has(input.username)) throw error;
          throw new PortalError('invalid_credentials', { support: { phone: '+12025550100' } });
        }),
    });
  },
);

wrong(
  'a reset that tells apart who has an account',
  'uniform answers: asking for a reset link is answered alike, whether or not there is an account',
  () => {
    return (right) => ({
      async requestPasswordReset(input, options) {
        if (String(input.username) === 'no address') throw new PortalError('not_found');
        return right.requestPasswordReset(input, options);
      },
    });
  },
);

wrong(
  'a reason that is told to anybody',
  'uniform answers: a used code with a wrong proof is answered as an unknown code is',
  () => {
    const codes = new Map<string, string>();
    const used = new Set<string>();
    return (right) => ({
      async verifyCode(input, options) {
        try {
          const answer = await right.verifyCode(input, options);
          codes.set(answer.ticket, input.code);
          return answer;
        } catch (error) {
          const { code } = error as PortalError;
          if (code === 'no_records_found' && used.has(input.code)) throw new PortalError(code, { reason: 'used' });
          throw error;
        }
      },
      async createAccount(input, options) {
        const answer = await right.createAccount(input, options);
        used.add(codes.get(input.ticket)!);
        return answer;
      },
    });
  },
);

wrong('a code that is compared letter by letter', 'normalization: a code is taken in any spelling', () => (right) => ({
  async verifyCode(input, options) {
    if (typeof input.code === 'string' && /^[0-9a-z-]{17}$/.test(input.code)) throw new PortalError('no_records_found');
    return right.verifyCode(input, options);
  },
}));

wrong('a birthdate that time zones move', 'normalization: a birthdate is that day and no other', () => (right) => ({
  verifyCode: (input, options) =>
    right.verifyCode(input.birthdate === '1980-02-28' ? { ...input, birthdate: '1980-02-29' } : input, options),
}));

wrong(
  'a user name that has a case',
  'normalization: an owner gets in with the address in any case, and with spaces around it',
  () => (right) => ({
    async logIn(input, options) {
      if (typeof input.username === 'string' && /[A-Z]/.test(input.username) && !input.username.includes('canary')) {
        throw new PortalError('invalid_credentials');
      }
      return right.logIn(input, options);
    },
  }),
);

wrong(
  'a password that is trimmed',
  'normalization: a password is taken as it was typed: spaces, case and its far end count',
  () => (right) => ({
    createAccount: (input, options) => right.createAccount({ ...input, password: trimmed(input.password) }, options),
    logIn: (input, options) => right.logIn({ ...input, password: trimmed(input.password) }, options),
  }),
);

const trimmed = (typed: string): string => (typeof typed === 'string' ? typed.trim() : typed);

wrong(
  'a phone that is kept as it was typed',
  'normalization: a phone is kept in one form, in whatever spelling it came',
  () => (right) => ({
    async updateContact(input, options) {
      const answer = await right.updateContact(input, options);
      return input.homePhone ? { ...answer, homePhone: input.homePhone } : answer;
    },
  }),
);

wrong(
  'a log-out that ends nothing',
  'sessions: a session lasts until it is ended, and ending it again is harmless',
  () => () => ({
    logOut: async () => ({}),
  }),
);

wrong('a list that anybody may read', 'sessions: listSessions is for who is logged in', () =>
  answersInstead('listSessions', 'session_required', { sessions: [] }),
);

wrong('other sessions that go on', 'shapes: the other sessions end, and this one goes on', () => (right) => ({
  endOtherSessions: async (_, options) => right.listSessions({}, options).then(() => ({})),
}));

wrong(
  'a first visit that never ends',
  'shapes: the help of the first visit is shown until it was closed',
  () => (right) => ({
    markHelpSeen: async (_, options) => right.readAccount({}, options).then(() => ({})),
  }),
);

wrong('a time of another form', 'shapes: the open sessions are listed, one of them as this', () => (right) => ({
  async listSessions(input, options) {
    const { sessions } = await right.listSessions(input, options);
    return { sessions: sessions.map((each) => ({ ...each, startedAt: Date.parse(each.startedAt) as never })) };
  },
}));

wrong('an error that repeats the password', 'secrets: no error repeats what was typed', () => (right) => ({
  logIn: (input, options) =>
    right.logIn(input, options).catch((error: PortalError) => {
      if (error.code === 'invalid_credentials') error.message = `The password ${input.password} is wrong.`;
      throw error;
    }),
}));

wrong(
  'an answer with a field too many',
  'secrets: verification tells four things and nothing about the person',
  () => (right) => ({
    verifyCode: async (input, options) => ({ ...(await right.verifyCode(input, options)), name: 'Pat Doe' }),
  }),
);

wrong('an error of another name', 'errors: a code that this very account linked is told as that', () => (right) => ({
  linkCode: (input, options) =>
    right.linkCode(input, options).catch((error: PortalError) => {
      throw error.code === 'already_linked' ? new PortalError('no_records_found') : error;
    }),
}));

wrong(
  'an input that is taken whatever is in it',
  'errors: updateContact takes its own keys, all of them, and nothing else',
  () => (right) => ({
    updateContact(input, options) {
      const { role: _, personId: __, ...known } = input as Record<string, never>;
      return right.updateContact(known, options);
    },
  }),
);

wrong(
  'an answer to a text that nobody was shown',
  'errors: an answer to a text of another time is refused with the present one',
  () => (right) => ({
    answerConsent: (input, options) =>
      right.answerConsent(input, options).catch((error: PortalError) => {
        if (error.code !== 'consent_outdated') throw error;
        const { version } = error.document as { version: string };
        return right.answerConsent({ ...input, version }, options);
      }),
  }),
);

wrong(
  'a required consent that can be declined',
  'errors: declining what is required is refused, and nothing is lost',
  () => (right) => ({
    answerConsent: (input, options) =>
      right.answerConsent(input, options).catch((error: PortalError) => {
        if (error.code === 'consent_refused' && input.decision === 'decline') return { step: 'landing' as const };
        throw error;
      }),
  }),
);

wrong('a required consent that can be taken back', 'errors: a required consent can’t be taken back', () =>
  answersInstead('withdrawConsent', 'not_allowed', {}),
);

wrong(
  'a call that goes on when it is given up',
  'abort: a call that is given up under way ends in an AbortError',
  () => (right) => ({
    async readSession(input, options) {
      options?.signal?.throwIfAborted();
      return right.readSession(input, { ...options, signal: undefined });
    },
  }),
);

wrong(
  'addresses that can be tried without end',
  'limits: one ticket may try few addresses, and the code survives that',
  () => () => ({}),
  { addressesPerTicket: 1_000, addressesPerCode: 1_000 },
);
