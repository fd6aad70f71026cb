/** Reads one value of an answer: gives back what the contract knows of it, or throws a `TypeError` that says where. */
export type Read = (value: unknown, at: string) => unknown;

type Json = Record<string, unknown>;

const refuse = (at: string): never => {
  throw new TypeError(`Not what the contract says: answer${at}`);
};

const objectAt = (value: unknown, at: string): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : refuse(at);

/** A string that passes every check. */
export const text =
  (...checks: (RegExp | ((text: string) => boolean))[]): Read =>
  (value, at) =>
    typeof value === 'string' && checks.every((check) => (check instanceof RegExp ? check.test(value) : check(value)))
      ? value
      : refuse(at);

export const boolean: Read = (value, at) => (typeof value === 'boolean' ? value : refuse(at));

export const number: Read = (value, at) => (Number.isFinite(value) ? value : refuse(at));

export const unknown: Read = (value) => value;

/** One of these values. */
export const one =
  (...values: unknown[]): Read =>
  (value, at) =>
    values.includes(value) ? value : refuse(at);

/** What may be missing. */
export const optional =
  (read: Read): Read =>
  (value, at) =>
    value === undefined ? value : read(value, at);

/** The first of several ways to read it that works. */
export const either =
  (...reads: Read[]): Read =>
  (value, at) => {
    for (const read of reads)
      try {
        return read(value, at);
      } catch {
        // The next one may.
      }
    return refuse(at);
  };

export const list =
  (read: Read): Read =>
  (value, at) => {
    const given: unknown[] = Array.isArray(value) ? value : refuse(at);
    return given.map((each, index) => read(each, `${at}.${index}`));
  };

/** An object with keys of any name that fits. */
export const record =
  (key: Read, read: Read): Read =>
  (value, at) => {
    const given = Object.entries(objectAt(value, at)).filter(([name]) => name !== '__proto__');
    return Object.fromEntries(given.map(([name, each]) => [key(name, at), read(each, `${at}.${name}`)])) as Json;
  };

/** An object with these keys; others are left out. */
export const object =
  (shape: Record<string, Read>): Read =>
  (value, at) => {
    const given = objectAt(value, at);
    const known = Object.entries(shape).map(([key, read]) => [key, read(given[key], `${at}.${key}`)]);
    return Object.fromEntries(known.filter(([, each]) => each !== undefined)) as Json;
  };

/** An object with these keys and no others. */
export const exactly = (shape: Record<string, Read>): Read => {
  const read = object(shape);
  return (value, at) =>
    Object.keys(objectAt(value, at)).every((key) => Object.hasOwn(shape, key)) ? read(value, at) : refuse(at);
};
