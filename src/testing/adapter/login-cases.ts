import { activated, expect, fits, newAddress, PASSWORD, refuses, type AdapterCase } from './adapter-case.js';

/** Coming back, and leaving. */
export const loginCases: AdapterCase[] = [
  {
    name: 'logs in with the address in any case',
    needs: ['logIn', 'createAccount'],
    run: async (backend) => {
      const { email } = await activated(backend);
      fits('logIn', await backend.connect().logIn({ username: ` ${email.toUpperCase()} `, password: PASSWORD }));
    },
  },
  {
    name: 'refuses a wrong password and an unknown name alike',
    needs: ['logIn', 'createAccount'],
    run: async (backend) => {
      const { email } = await activated(backend);
      await refuses(backend.connect().logIn({ username: email, password: 'wrong' }), 'invalid_credentials');
      await refuses(backend.connect().logIn({ username: newAddress(), password: 'wrong' }), 'invalid_credentials');
    },
  },
  {
    name: 'makes somebody wait who tries many passwords',
    needs: ['logIn', 'createAccount'],
    run: async (backend) => {
      const { email } = await activated(backend);
      const codes: string[] = [];
      for (let i = 0; i < 12 && !codes.includes('too_many_attempts'); i++) {
        codes.push(
          await backend
            .connect()
            .logIn({ username: email, password: `wrong${i}` })
            .then(
              () => 'let in',
              (error: { code: string }) => error.code,
            ),
        );
      }
      expect(codes.includes('too_many_attempts'), `Twelve wrong passwords gave ${codes.join(', ')}.`);
    },
  },
  {
    name: 'knows a session until it is ended, and nobody before',
    needs: ['readSession', 'logOut', 'createAccount'],
    run: async (backend) => {
      await refuses(backend.connect().readSession(), 'session_required');
      const { adapter } = await activated(backend);
      fits('readSession', await adapter.readSession());
      fits('logOut', await adapter.logOut());
      await refuses(adapter.readSession(), 'session_required');
      fits('logOut', await adapter.logOut());
    },
  },
  {
    name: 'keeps what is somebody’s from who isn’t logged in',
    needs: ['readAccount', 'listConsents', 'linkCode'],
    run: async (backend) => {
      const adapter = backend.connect();
      await refuses(adapter.readAccount(), 'session_required');
      await refuses(adapter.listConsents(), 'session_required');
      await refuses(adapter.linkCode({ code: 'x' }), 'session_required');
    },
  },
  {
    name: 'ends a call that its caller gives up',
    needs: ['readSession'],
    run: async (backend) => {
      const gaveUp = AbortSignal.abort();
      const outcome = await backend
        .connect()
        .readSession({}, { signal: gaveUp })
        .then(
          () => 'answered',
          (error: Error) => error.name,
        );
      expect(outcome === 'AbortError', `It ended in ${outcome}.`);
    },
  },
];
