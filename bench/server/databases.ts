import { KINDS, missing } from '../../test/faults/support/databases.js';

/** The databases of this run. */
export const DATABASES = KINDS.filter((kind) => {
  const reason = missing(kind);
  if (reason) console.log(`Nothing is measured on ${kind}: ${reason}.`);
  return !reason;
});
