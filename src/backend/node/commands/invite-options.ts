import { UsageError } from '../../usage-error.js';
import type { ListOptions } from './invite-list.js';
import type { InviteOptions } from './invite.js';

const ABOUT_A_PERSON = {
  email: '--email',
  birthdate: '--birthdate',
  homePhone: '--home-phone',
  workPhone: '--work-phone',
  mobilePhone: '--mobile-phone',
  givenName: '--given-name',
  familyName: '--family-name',
  kind: '--kind',
} as const;

/**
 * Refuses options of `invite` that don't go together: one that is passed over in silence may have been meant as a brake.
 *
 * @throws UsageError naming the options
 */
export function demandSense(options: InviteOptions & ListOptions): void {
  const { csv, person, mail, dryRun, max } = options;
  const facts = (Object.keys(ABOUT_A_PERSON) as (keyof typeof ABOUT_A_PERSON)[]).filter(
    (name) => options[name] !== undefined,
  );
  const named = facts.map((name) => ABOUT_A_PERSON[name]).join(', ');
  if (csv === undefined) {
    if (dryRun) throw new UsageError('--dry-run is for a list: give it with --csv. Nothing was done.');
    if (max !== undefined) throw new UsageError('--max is for a list: give it with --csv. Nothing was done.');
    if (person !== undefined && named)
      throw new UsageError(`--person is somebody on file, and changes nothing there: leave out ${named}, or --person.`);
    return;
  }
  if (person !== undefined) throw new UsageError('--person invites one, --csv a list: give one of the two.');
  if (named) throw new UsageError(`With --csv the list says who is invited: leave out ${named}.`);
  if (!mail)
    throw new UsageError('The codes of a list are told to nobody but by mail: --no-mail makes no sense with --csv.');
}
