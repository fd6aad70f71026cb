import { activate, relationship } from './en/activate.js';
import { code } from './en/code.js';
import { common } from './en/common.js';
import { consent } from './en/consent.js';
import { help } from './en/help.js';
import { languages } from './en/languages.js';
import { linkCode, people } from './en/link-code.js';
import { logIn } from './en/log-in.js';
import { newPassword } from './en/new-password.js';
import { noRecords } from './en/no-records.js';
import { password } from './en/password.js';
import { birthdate, date, proof } from './en/proof.js';
import { resetPassword } from './en/reset-password.js';
import { session } from './en/session.js';
import { settings } from './en/settings.js';
import { username } from './en/username.js';

/**
 * English, whole: the model for every other language. It is in parts, because a page takes along those that its tags say:
 * whatever says words of a part imports it.
 */
const en = {
  ...common,
  code,
  date,
  birthdate,
  proof,
  username,
  password: { ...password, ...newPassword },
  relationship,
  activate: { ...activate, noRecords },
  logIn,
  resetPassword,
  consent: { ...common.consent, ...consent },
  linkCode,
  people,
  settings,
  help,
  session: { ...common.session, ...session },
  languages,
};

export default en;
