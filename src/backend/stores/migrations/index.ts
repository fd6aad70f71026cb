import type { Migration } from 'kysely';
import type { Dialect } from '../schema.js';
import { tables } from './0001-tables.js';
import { appendOnly } from './0002-append-only.js';
import { erasures } from './0003-erasures.js';
import { marks } from './0004-marks.js';

/** Every step from an empty database to today's, by its name and in its order. A step that went out never changes. */
export const migrations = (dialect: Dialect): Record<string, Migration> => ({
  '0001-tables': tables(dialect),
  '0002-append-only': appendOnly(dialect),
  '0003-erasures': erasures(dialect),
  '0004-marks': marks(dialect),
});
