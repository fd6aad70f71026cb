import { codes, MOCK_PASSWORD, people, type Scenario } from '../../mock-server/index.js';
import { control, has } from '../elements/person.js';
import { opens, opensByLink, requests, type Form } from './form-page.js';

export * from './form-page.js';

const { dana, milo } = people;
const NEW_PASSWORD = 'Greenfield8+';
const code = codes.fresh.replaceAll('-', '');
const second = codes.second.replaceAll('-', '');

const birthdate = (iso: string, name = 'birthdate'): Record<string, string> => {
  const [year, month, day] = iso.split('-') as [string, string, string];
  return { [`${name}-month`]: month, [`${name}-day`]: day, [`${name}-year`]: year };
};

const askedTwice: Scenario = {
  about: 'Dana has a code on a portal that wants passwords typed twice.',
  config: { confirmPassword: true },
  codes: { [codes.fresh]: { person: 'dana', state: 'pending' } },
};

/** Every form that something is filled in in, in every shape in which a portal can ask for it. */
export const FORMS: Form[] = [
  {
    what: 'log-in, first step',
    open: opens('portal-login', 'returning', '[name=username]'),
    typed: { username: dana.email },
    // Nothing goes out yet: the name goes on to the next step.
    sent: async () => (has('Password') ? [{ username: control('Email/Username').value }] : []),
    body: { username: dana.email },
  },
  {
    what: 'log-in, second step',
    open: opens('portal-login', 'returning', '[name=password]', { steps: [{ username: dana.email }] }),
    typed: { password: MOCK_PASSWORD },
    sent: requests('POST /session'),
    body: { username: dana.email, password: MOCK_PASSWORD },
  },
  {
    what: 'activation, by birthdate',
    open: opens('portal-activate', 'fresh-code', '[name=code]'),
    typed: { code: codes.fresh, ...birthdate(dana.birthdate) },
    sent: requests('POST /activation/verify'),
    body: { code, birthdate: dana.birthdate },
  },
  {
    what: 'activation, by phone',
    open: opens('portal-activate', 'phone-portal', '[name=phone]'),
    typed: { code: codes.fresh, phone: '(202) 555-0134' },
    sent: requests('POST /activation/verify'),
    body: { code, phone: '(202) 555-0134' },
  },
  {
    what: 'activation, by email',
    open: opens('portal-activate', 'email-proof', '[name=email]'),
    typed: { code: codes.fresh, email: dana.email },
    sent: requests('POST /activation/verify'),
    body: { code, email: dana.email },
  },
  {
    what: 'activation, by questions',
    open: opens('portal-activate', 'answers-proof', '[name=answer-number]'),
    typed: {
      code: codes.fresh,
      'answer-number': '4711',
      'answer-site': 'Harbor',
      ...birthdate('2019-05-06', 'answer-since'),
    },
    sent: requests('POST /activation/verify'),
    body: { code, answers: { number: '4711', site: 'Harbor', since: '2019-05-06' } },
  },
  {
    what: 'activation, new account',
    open: opens('portal-activate', askedTwice, '[name=password]', {
      steps: [{ code: codes.fresh, ...birthdate(dana.birthdate) }],
    }),
    typed: { relationship: 'other', username: dana.email, password: NEW_PASSWORD, confirm: NEW_PASSWORD },
    sent: requests('POST /activation'),
    body: { relationship: 'other', username: dana.email, password: NEW_PASSWORD },
  },
  {
    what: 'adding a code',
    open: opens('portal-link-code', 'logged-in', '[name=code]'),
    typed: { code: codes.second },
    sent: requests('POST /links'),
    body: { code: second },
  },
  {
    what: 'adding a code, with birthdate',
    open: opens('portal-link-code', 'logged-in-link-asks', '[name=birthdate-year]'),
    typed: { code: codes.second, ...birthdate(milo.birthdate) },
    sent: requests('POST /links'),
    body: { code: second, birthdate: milo.birthdate },
  },
  {
    what: 'recovery, first step',
    open: opens('portal-reset-password', 'returning', '[name=username]'),
    typed: { username: dana.email },
    sent: requests('POST /password-reset'),
    body: { username: dana.email },
  },
  {
    what: 'recovery, new password',
    open: opensByLink('#reset=from-a-mail', 'portal-reset-password', askedTwice, '[name=password]'),
    typed: { password: NEW_PASSWORD, confirm: NEW_PASSWORD },
    sent: requests('PUT /password-reset'),
    body: { token: 'from-a-mail', password: NEW_PASSWORD },
  },
  {
    what: 'settings, contact',
    open: opens('portal-settings', 'logged-in', '[name=mobilePhone]', { properties: { sections: 'contact' } }),
    typed: { mobilePhone: '(202) 555-0199', homePhone: '' },
    sent: requests('PATCH /account'),
    body: { mobilePhone: '(202) 555-0199', homePhone: null },
  },
  {
    what: 'settings, password',
    open: opens('portal-settings', 'strict-account', '[name=newPassword]', { properties: { sections: 'password' } }),
    typed: { currentPassword: MOCK_PASSWORD, newPassword: NEW_PASSWORD, confirm: NEW_PASSWORD },
    sent: requests('PUT /account/password'),
    body: { currentPassword: MOCK_PASSWORD, newPassword: NEW_PASSWORD },
  },
  {
    what: 'a consent',
    open: opens('portal-consent', 'strict-consent', '[name=signature]', { press: 'House rules' }),
    typed: {
      'answer-rules': 'true',
      'answer-privacy': 'true',
      'answer-keep': 'yes',
      'answer-reach': 'phone',
      'answer-contact': 'Sam Okafor',
      signature: 'Dana Reyes',
    },
    sent: requests('POST /consents/house-rules'),
    body: {
      decision: 'accept',
      answers: { rules: true, privacy: true, keep: 'yes', reach: 'phone', contact: 'Sam Okafor' },
      signature: 'Dana Reyes',
    },
  },
];

/** Forms that are a button alone. */
export const BUTTONS: Form[] = [
  {
    what: 'confirming an email',
    open: opensByLink('#confirm=from-a-mail', 'portal-login', 'returning', '[type=submit]'),
    typed: {},
    sent: requests('POST /email-confirmation'),
    body: { token: 'from-a-mail' },
  },
  {
    what: 'settings, other sessions',
    open: opens('portal-settings', 'other-devices', '[type=submit]', { properties: { sections: 'sessions' } }),
    typed: {},
    sent: requests('DELETE /account/sessions'),
    body: {},
  },
  {
    what: 'settings, withdrawal of a consent',
    open: opens('portal-settings', 'logged-in', '[type=submit]', {
      properties: { sections: 'consents' },
      press: 'Withdraw Telehealth consent',
    }),
    typed: {},
    sent: requests('DELETE /consents/telehealth'),
    body: {},
  },
  {
    what: 'logging out',
    open: opens('portal-session', 'logged-in', '[type=submit]'),
    typed: {},
    sent: requests('DELETE /session'),
    body: {},
  },
];

/** Those that ask the backend for something; the first step of the log-in doesn't. */
export const ASKING: Form[] = [...FORMS.filter(({ what }) => what !== 'log-in, first step'), ...BUTTONS];
