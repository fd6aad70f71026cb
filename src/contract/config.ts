import { DEFAULT_CONFIG } from './config-defaults.js';
import { idSchema, languageSchema } from './fields.js';
import { operation } from './operation.js';
import type { PortalConfig } from './portal-config.js';
import { blockSchema, isSafeHref } from './rich-text.js';
import * as z from './zod.js';

const words = z.string().check(z.maxLength(500));
// A page of the portal: a path of this site, or nothing, which means that the element stays where it is.
const page = z.string().check(z.refine((path) => path === '' || (path.startsWith('/') && isSafeHref(path))));
const method = z.enum(['birthdate', 'phone', 'email', 'answers']);

type Shape = Record<string, z.ZodMiniType>;

/** An object that may be left out or given in part: what is missing comes from the defaults. */
function section<S extends Shape>(shape: S, defaults: { [Key in keyof S]?: z.output<S[Key]> }) {
  const filled = Object.entries(shape).map(([key, schema]) =>
    key in defaults ? [key, z._default(schema, defaults[key] as never)] : [key, schema],
  );
  return z.prefault(z.object(Object.fromEntries(filled) as S), {} as never);
}

const switches = <Key extends string>(defaults: Record<Key, boolean>) =>
  section(
    Object.fromEntries(Object.keys(defaults).map((key) => [key, z.boolean()])) as Record<Key, z.ZodMiniBoolean>,
    defaults as never,
  );

export type { PortalConfig } from './portal-config.js';

/** What this portal asks, allows and says. Every key has a default. */
export const configSchema = z.object({
  name: z._default(words, DEFAULT_CONFIG.name),
  languages: z._default(z.array(languageSchema).check(z.minLength(1)), DEFAULT_CONFIG.languages),
  support: section(
    {
      phone: z.optional(words),
      email: z.optional(words),
      url: z.optional(z.string().check(z.refine(isSafeHref))),
      hours: z.optional(words),
    },
    DEFAULT_CONFIG.support,
  ),
  pages: section(
    { activate: page, login: page, consent: page, settings: page, landing: page, resetPassword: page },
    DEFAULT_CONFIG.pages,
  ),
  verification: section(
    {
      methods: z.array(method).check(z.minLength(1)),
      questions: z.optional(
        z.array(z.object({ name: idSchema, label: words, type: z.enum(['text', 'digits', 'date']) })),
      ),
    },
    DEFAULT_CONFIG.verification,
  ),
  code: section({ format: z.enum(['portal', 'any']) }, DEFAULT_CONFIG.code),
  username: z._default(z.enum(['email', 'any']), DEFAULT_CONFIG.username),
  confirmNewEmail: z._default(z.boolean(), DEFAULT_CONFIG.confirmNewEmail),
  confirmPassword: z._default(z.boolean(), DEFAULT_CONFIG.confirmPassword),
  password: section(
    {
      minLength: z.int().check(z.minimum(1), z.maximum(256)),
      maxLength: z.int().check(z.minimum(8), z.maximum(256)),
      digit: z.boolean(),
      special: z.string(),
      notUsername: z.boolean(),
      common: z.boolean(),
    },
    DEFAULT_CONFIG.password,
  ),
  link: section({ verification: z.enum(['none', 'birthdate', 'phone']) }, DEFAULT_CONFIG.link),
  settings: switches(DEFAULT_CONFIG.settings),
  renewal: z._default(z.boolean(), DEFAULT_CONFIG.renewal),
  phoneRegion: z._default(z.string().check(z.regex(/^[A-Z]{2}$/)), DEFAULT_CONFIG.phoneRegion),
  /** What `portal-help` says, by page. */
  help: z._default(z.record(z.string(), z.array(blockSchema)), DEFAULT_CONFIG.help),
  /** The operations that this backend has; the settings and the renewal of a code leave out what is missing. */
  features: z._default(z.array(z.string()), DEFAULT_CONFIG.features),
});

export const configOperations = {
  /**
   * What this portal asks, allows and says. Anybody may read it; it holds nothing personal.
   *
   * Open to anybody.
   */
  readConfig: operation({
    method: 'GET',
    path: '/config',
    access: 'public',
    summary: 'What this portal asks, allows and says.',
    input: z.strictObject({}),
    output: configSchema as z.ZodMiniType<PortalConfig, Partial<PortalConfig>>,
    errors: [],
  }),
};
