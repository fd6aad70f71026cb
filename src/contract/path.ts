const KEY = /\{(\w+)\}/g;

/** The keys of an input that travel in the path: `documentId` of `/consents/{documentId}`. */
export const pathKeys = (path: string): string[] => [...path.matchAll(KEY)].map(([, key]) => key!);

/** Matches the paths that a row's path stands for; its groups are the keys, still encoded as they came. */
export const pathPattern = (path: string): RegExp => new RegExp(`^${path.replace(KEY, '(?<$1>[^/]+)')}$`);

/** Where an operation's input travels: some of it in the path, the rest as a body, if there is one. */
export function requestOf(
  { method, path }: { method: string; path: string },
  input: Record<string, unknown>,
): { method: string; path: string; body?: Record<string, unknown> } {
  const body = { ...input };
  for (const key of pathKeys(path)) delete body[key];
  const filled = path.replace(KEY, (_, key: string) => encodeURIComponent(String(input[key])));
  const isBodyless = method === 'GET' || method === 'DELETE' || Object.keys(body).length === 0;
  return { method, path: filled, ...(!isBodyless && { body }) };
}
