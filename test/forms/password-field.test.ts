import { expect } from '@open-wc/testing';
import { CLASSIC_POLICY, NIST_POLICY } from '../../src/contract/fields/password.js';
import { passwordError, policyError } from '../../src/forms/new-password.js';
import en from '../../src/locale/en.js';

describe('what is wrong with a password', () => {
  const said = (typed: string, policy = CLASSIC_POLICY): string | undefined =>
    passwordError(typed, policy, 'ann@example.org')?.says(en);

  it('is nothing where all rules are met', () => expect(said('larkspur7!')).to.equal(undefined));

  it('is that there is none', () => expect(said('')).to.equal('Enter a password'));

  it('is named rule by rule, all at once', () => {
    expect(said('short')).to.equal(
      'Password does not meet every rule yet: at least 8 characters, at most 256; at least 1 digit; ' +
        'at least 1 special character, such as ! @ # $ % ^ & * ( ) _ + | ~ - = \\ ` { } [ ] : " ; \' < > , or .',
    );
  });

  it('is that it is too long, never cut', () => {
    expect(said(`${'x7!'.repeat(100)}`)).to.equal('Password must have no more than 256 characters');
  });

  it('has no composition to meet where the portal wants none', () => {
    expect(said('correct horse battery staple', NIST_POLICY)).to.equal(undefined);
  });

  it('is what the server alone can tell', () => {
    expect(policyError(NIST_POLICY, ['common', 'unheard_of']).says(en)).to.contain(
      'not a password that many people use',
    );
  });

  it('names characters that count, whatever they are', () => {
    expect(said('abcdefgh7', { ...CLASSIC_POLICY, special: '?/' })).to.contain('such as ? or /');
  });
});
