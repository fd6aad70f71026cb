import type { Link } from '../../../contract/linking.js';
import type { AccountLink } from '../../records.js';
import { iso } from '../time.js';

/** A link as its account's owner sees it. */
export const shownLink = ({ id, name, relationship, linkedAt }: AccountLink): Link => ({
  id,
  name,
  relationship,
  linkedAt: iso(linkedAt),
});
