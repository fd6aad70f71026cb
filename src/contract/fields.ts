import { isBirthdate } from './fields/birthdate.js';
import * as z from './zod.js';

// What no keyboard types and no database stores, NUL and half a character, becomes the replacement character, as it does
// in HTML. Refusing it here would answer `invalid_input` where the text is no address, or nobody's name, and nothing more.
const storable = (text: string): string => text.replace(/[\0\p{Cs}]/gu, '\u{fffd}');

const typedText = (most: number) => z.string().check(z.maxLength(most), z.overwrite(storable));

/** A line of text as it was typed. */
export const lineSchema = typedText(200);

/** A stable name: letters, digits, dots, dashes. */
export const idSchema = z.string().check(z.regex(/^[\w.-]{1,100}$/));

/**
 * An activation code as it was typed. Only the length is bounded here: the use case makes it canonical, since the
 * portal's config says what its codes look like.
 */
export const codeSchema = z.string().check(z.minLength(1), z.maxLength(200));

/** A calendar date of birth, `YYYY-MM-DD`. */
const birthdateSchema = z.string().check(z.refine(isBirthdate));

/** A phone number as it was typed; the server parses it. */
const phoneSchema = lineSchema.check(z.minLength(1));

/** A user name or address as it was typed; the use case says whether it is one. */
export const usernameSchema = typedText(400);

/** A password: never trimmed or cut. Its rules are the policy's; here only the size that is ever hashed is bounded. */
export const passwordSchema = z.string().check(z.maxLength(1_024));

/** A secret that the server handed out: a ticket or a mailed token. */
export const tokenSchema = z.string().check(z.minLength(1), z.maxLength(200));

/** A BCP 47 language tag. */
export const languageSchema = z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/));

/** A moment, ISO 8601 in UTC. */
export const timeSchema = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/));

/** What proves to be the person: one of these, as the config asks. */
export const proofShape = {
  birthdate: z.optional(birthdateSchema),
  phone: z.optional(phoneSchema),
  email: z.optional(usernameSchema),
  answers: z.optional(z.record(idSchema, lineSchema)),
};

/** For whom the account holder acts: for themselves, or for somebody else (a parent or guardian for a minor). */
export const relationshipSchema = z.enum(['self', 'other']);

/** Nothing to send. */
export const nothing = z.strictObject({});

/** Nothing to tell. */
export const done = z.object({});
