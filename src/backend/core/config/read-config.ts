import type { UseCase } from '../use-case.js';

/** What this portal asks, allows and says, in the caller's language. */
export const readConfig: UseCase<'readConfig'> = ({ settings }, _input, { language }) =>
  Promise.resolve(settings.config(language));
