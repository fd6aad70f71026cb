import { abort } from './adapter/abort.js';
import { accountErrors } from './adapter/account-errors.js';
import { accountNormalization } from './adapter/account-normalization.js';
import type { AdapterCase } from './adapter/adapter-case.js';
import { consentErrors } from './adapter/consent-errors.js';
import { consents } from './adapter/consents.js';
import { errors } from './adapter/errors.js';
import { http } from './adapter/http.js';
import { inputs } from './adapter/inputs.js';
import { limits } from './adapter/limits.js';
import { normalization } from './adapter/normalization.js';
import { outages } from './adapter/outages.js';
import { secrets } from './adapter/secrets.js';
import { sessions } from './adapter/sessions.js';
import { shapes } from './adapter/shapes.js';
import { singleUse } from './adapter/single-use.js';
import { uniform } from './adapter/uniform.js';

/** Every case of the suite, in the order in which a backend is best built. */
export const adapterCases: readonly AdapterCase[] = [
  ...shapes,
  ...errors,
  ...consentErrors,
  ...accountErrors,
  ...inputs,
  ...outages,
  ...uniform,
  ...singleUse,
  ...normalization,
  ...accountNormalization,
  ...limits,
  ...sessions,
  ...consents,
  ...abort,
  ...secrets,
  ...http,
];
