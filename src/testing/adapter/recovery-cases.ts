import { activated, fits, newAddress, refuses, type AdapterCase } from './adapter-case.js';

/** A forgotten password. What is mailed can't be read from outside, so only the doors are tried. */
export const recoveryCases: AdapterCase[] = [
  {
    name: 'answers alike whether or not there is an account to recover',
    needs: ['requestPasswordReset', 'createAccount'],
    run: async (backend) => {
      const { email } = await activated(backend);
      fits('requestPasswordReset', await backend.connect().requestPasswordReset({ username: email }));
      fits('requestPasswordReset', await backend.connect().requestPasswordReset({ username: newAddress() }));
    },
  },
  {
    name: 'refuses made-up tokens',
    needs: ['resetPassword', 'confirmEmail'],
    run: async (backend) => {
      await refuses(backend.connect().resetPassword({ token: 'made-up', password: 'Greenfield8+' }), 'token_expired');
      await refuses(backend.connect().confirmEmail({ token: 'made-up' }), 'token_expired');
    },
  },
];
