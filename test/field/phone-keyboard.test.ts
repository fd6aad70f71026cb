import { expect } from '@open-wc/testing';
import type { Scenario } from '../../mock-server/index.js';
import { control, visit } from '../elements/person.js';
import { autocompleteOf, clearAway, FORMS, textFields } from './forms.js';

const CREDENTIAL = /username|password|email/;

describe('the keyboard of a phone', () => {
  afterEach(clearAway);
  const KEYBOARDS: Record<string, string> = {
    username: 'email',
    email: 'email',
    'one-time-code': 'text',
    'bday-month': 'numeric',
    'bday-day': 'numeric',
    'bday-year': 'numeric',
    tel: 'tel',
    'mobile tel': 'tel',
    'home tel': 'tel',
    'work tel': 'tel',
  };
  const keyboardOf = (field: HTMLInputElement): string => field.inputMode;

  it('G8: fits what is typed, and never rewrites a credential', async () => {
    for (const form of FORMS) {
      const page = await form.open();
      for (const field of textFields(page.form).filter((each) => !each.readOnly)) {
        const { name } = field;
        const autocomplete = autocompleteOf(field);
        const where = `${form.what}, ${name}`;
        if (autocomplete in KEYBOARDS) expect(keyboardOf(field), where).to.equal(KEYBOARDS[autocomplete]);
        if (!CREDENTIAL.test(autocomplete) && autocomplete !== 'one-time-code') continue;
        expect(field.getAttribute('autocapitalize'), where).to.equal(name === 'code' ? 'characters' : 'none');
        expect(field.getAttribute('autocorrect'), where).to.equal('off');
        expect(field.spellcheck, where).to.equal(false);
      }
      clearAway();
    }
  });

  it('G8: is the usual one where a user name needn’t be an email', async () => {
    const any: Scenario = { about: 'Older accounts have names.', config: { username: 'any' } };
    for (const tag of ['portal-login', 'portal-reset-password'] as const) {
      await visit(tag, any);
      expect(keyboardOf(control('Email/Username')), tag).to.equal('text');
      clearAway();
    }
  });
});
