import { readFileSync } from 'node:fs';
import { ConfigError } from './config-problems.js';

/**
 * Reads a JSON file that holds an object.
 *
 * @param source - how the file is called in messages
 * @throws ConfigError, with line and column where it isn't JSON
 */
export function readJson(path: string, source: string): object {
  const fail = (message: string): never => {
    throw new ConfigError(source, [{ path: [], message }]);
  };
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    return fail(missing ? `there is no file ${path}` : `${path} can't be read`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return fail(`is not JSON: there is a mistake in ${placeOf(text, (cause as Error).message)}`);
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : fail('should hold an object');
}

// Some versions of the engine name the place in the message, in characters from the start; the others leave it at the end.
function placeOf(text: string, message: string): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split('\n');
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
}
