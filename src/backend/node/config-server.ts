import * as z from 'zod';
import { parseEmail } from '../../contract/fields/email.js';
import type { Sender } from '../mail/sender.js';
import { DEFAULT_SETTINGS, LONGEST_CODE_DAYS, type Limits, type BackendSettings } from '../settings.js';
import { DAY, HOUR, MINUTE } from '../units.js';

// The unit stands in the key: "P30M" and "PT30M" are told apart too late. Fractions are fine.
const upTo = (most: number) => z.number().positive().max(most).optional();
const count = z.int().min(1);

type LimitShape = { [Name in keyof Limits]: z.ZodOptional<typeof count> };
const limitShape = Object.fromEntries(
  Object.keys(DEFAULT_SETTINGS.limits).map((name) => [name, count.optional()]),
) as LimitShape;

/** `Name <address>`, or an address alone. */
function parseSender(text: string): Sender | undefined {
  const [, name = '', address] = /^\s*(?:"?([^"<>\p{Cc}]*?)"?\s*<([^<>]+)>)\s*$/u.exec(text) ?? [undefined, '', text];
  const email = address === undefined ? undefined : parseEmail(address);
  return email && { name: name.trim(), address: email.address };
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** Word for word what browsers send as `Origin`: anything else would never match. */
const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;

/** The keys of portal.config.json that are the server's own: pages never read them. */
export const serverShape = {
  validity: z
    .object({
      codeDays: upTo(LONGEST_CODE_DAYS),
      ticketMinutes: upTo(60),
      resetMinutes: upTo(1_440),
      confirmationHours: upTo(720),
    })
    .optional(),
  /** Whether a new code replaces the same person's pending ones. */
  replaceOlderCodes: z.boolean().optional(),
  limits: z.object(limitShape).optional(),
  sessions: z
    .object({
      idleMinutes: upTo(43_200),
      absoluteHours: upTo(720),
      crossSite: z.boolean().optional(),
      allowedOrigins: z
        .array(z.string().refine(isOrigin, { error: 'should be like https://www.clinic.example' }))
        .optional(),
    })
    .optional(),
  mail: z
    .object({
      from: z
        .string()
        .refine((text) => parseSender(text) !== undefined, {
          error: 'should be an email address, alone or as "Name <address>"',
        })
        .optional(),
      /** In which times are written in letters; else the machine's own. */
      timeZone: z
        .string()
        .refine(isTimeZone, { error: 'should be a time zone, such as "America/New_York"' })
        .optional(),
    })
    .optional(),
};

type ServerKeys = z.output<z.ZodObject<typeof serverShape>>;

const inMs = (amount: number | undefined, unit: number, otherwise: number): number =>
  amount === undefined ? otherwise : Math.round(amount * unit);

/** The server's own settings, with what holds by default where the file is silent. */
export function serverSettings(
  file: ServerKeys,
): Pick<BackendSettings, 'validity' | 'replaceOlderCodes' | 'limits' | 'sessions'> {
  const { validity, sessions, limits, replaceOlderCodes } = DEFAULT_SETTINGS;
  const given = file.validity ?? {};
  return {
    validity: {
      codeMs: inMs(given.codeDays, DAY, validity.codeMs),
      ticketMs: inMs(given.ticketMinutes, MINUTE, validity.ticketMs),
      resetMs: inMs(given.resetMinutes, MINUTE, validity.resetMs),
      confirmationMs: inMs(given.confirmationHours, HOUR, validity.confirmationMs),
    },
    replaceOlderCodes: file.replaceOlderCodes ?? replaceOlderCodes,
    limits: { ...limits, ...file.limits },
    sessions: {
      idleMs: inMs(file.sessions?.idleMinutes, MINUTE, sessions.idleMs),
      absoluteMs: inMs(file.sessions?.absoluteHours, HOUR, sessions.absoluteMs),
      crossSite: file.sessions?.crossSite ?? sessions.crossSite,
      allowedOrigins: file.sessions?.allowedOrigins ?? sessions.allowedOrigins,
    },
  };
}

/** Who the portal's mail comes from: as configured, else `no-reply` at the portal's own host. */
export function senderOf(file: ServerKeys, portalName: string, publicUrl: string): Sender {
  const given = file.mail?.from === undefined ? undefined : parseSender(file.mail.from);
  const address = given?.address ?? `no-reply@${new URL(publicUrl).hostname}`;
  return { name: given?.name || portalName, address };
}
