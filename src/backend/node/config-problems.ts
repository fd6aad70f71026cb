import type * as z from 'zod';

/** Where in the file something stands: keys and positions, from the top. */
export type Path = readonly PropertyKey[];

/** One mistake, in words for the person who wrote the file. */
export interface Problem {
  path: Path;
  message: string;
}

/** A path as people write it: `consents[1].questions[0].type`. */
export const pathText = (path: Path): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`)).join('');

/** Says everything that is wrong with what the server was given, each mistake on a line with the place where it stands. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  /** One sentence per mistake, without the name of the source. */
  readonly problems: readonly string[];

  /** @param source - the file or variable that is at fault */
  constructor(source: string, problems: readonly Problem[]) {
    const said = problems.map(({ path, message }) => (path.length > 0 ? `${pathText(path)}: ${message}` : message));
    const lines = [...new Set(said)];
    super(lines.map((line) => `${source}: ${line}`).join('\n'));
    this.problems = lines;
  }
}

const KINDS: Record<string, string> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return KINDS[Array.isArray(value) ? 'array' : typeof value] ?? typeof value;
}

function sizeMessage(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig>): string {
  const least = issue.code === 'too_small';
  const bound = least ? issue.minimum : issue.maximum;
  if (issue.origin === 'string') {
    return least && bound === 1 ? 'is empty' : `should have at ${least ? 'least' : 'most'} ${bound} characters`;
  }
  if (issue.origin === 'array')
    return least && bound === 1 ? 'is empty' : `should have at ${least ? 'least' : 'most'} ${bound} entries`;
  const edge = issue.inclusive === false ? (least ? 'more than' : 'less than') : `at ${least ? 'least' : 'most'}`;
  return `should be ${edge} ${bound}`;
}

const quoted = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');

/** Zod's error map for this file: says what a value should be, in plain words. */
export const describe: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      return `should be ${KINDS[issue.expected] ?? issue.expected}, not ${issue.expected === 'int' && typeof issue.input === 'number' ? issue.input : kindOf(issue.input)}`;
    case 'too_small':
    case 'too_big':
      return sizeMessage(issue);
    case 'invalid_value':
      return `should be one of ${quoted(issue.values)}`;
    case 'unrecognized_keys':
      return `unknown key ${quoted(issue.keys)}`;
    case 'invalid_format':
      return formatMessage(issue.path ?? []);
    case 'custom':
      return issue.path?.[0] === 'pages'
        ? 'should be "" or a path of this site, such as "/login"'
        : 'should begin with https://, mailto: or tel:, or be a path of this site';
    default:
      return 'has a value that is not known here';
  }
};

function formatMessage(path: Path): string {
  if (path.includes('languages')) return 'should be a language tag, such as "en" or "es-MX"';
  if (path.at(-1) === 'phoneRegion') return 'should be a country code of two capital letters, such as "US"';
  return 'should be a name made of letters, digits, dots, dashes and underscores';
}

type Issue = z.core.$ZodIssue;

const isWrongKind = (issue: Issue): boolean => issue.code === 'invalid_type' && issue.path.length === 0;

// Of several shapes a value may have, the one it comes closest to is the one that was meant.
function closestShape(shapes: readonly Issue[][]): Issue[] {
  const distance = (issues: Issue[]): number => issues.length + (issues.some(isWrongKind) ? 100 : 0);
  const closest = [...shapes].sort((a, b) => distance(a) - distance(b))[0] ?? [];
  return closest.map((issue) => {
    if (issue.code !== 'invalid_value') return issue;
    const twins = shapes
      .flat()
      .filter((other) => other.code === 'invalid_value' && pathText(other.path) === pathText(issue.path));
    const values = twins.flatMap((twin) => (twin.code === 'invalid_value' ? twin.values : []));
    return { ...issue, message: `should be one of ${quoted(values)}` };
  });
}

/** The mistakes that a schema found, each at the place where it stands. */
export const problemsOf = (issues: readonly Issue[], base: Path = []): Problem[] =>
  issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ path, message: issue.message }];
    return problemsOf(closestShape(issue.errors), path);
  });
