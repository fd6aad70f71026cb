import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Demo } from './demo.js';
import { PASSWORD, Visitor } from './visitor.js';

const CONSENT = { version: '2026-01', decision: 'accept' };

/** A person with an account who is logged in, and has agreed to everything. */
export async function returning(browser: Browser, portal: Demo): Promise<{ visitor: Visitor; email: string }> {
  const { code, email } = await portal.invite();
  const visitor = await Visitor.enter(browser, portal.origin);
  await visitor.page.goto(`${portal.origin}/login`);
  const call = (method: string, path: string, body?: object) =>
    visitor.page.evaluate(
      async ([verb, to, sent]) => {
        const answer = await fetch(`/api/portal${to}`, {
          method: verb,
          ...(sent ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) } : {}),
        });
        return (await answer.json()) as {
          ticket?: string;
          pending?: {
            documentId: string;
            version: string;
            signature: boolean;
            questions: { id: string; type: string }[];
          }[];
        };
      },
      [method, path, body] as const,
    );
  const { ticket } = await call('POST', '/activation/verify', { code, birthdate: '1980-02-29' });
  await call('POST', '/activation', { ticket, relationship: 'self', username: email, password: PASSWORD });
  for (const { documentId, version, signature, questions } of (await call('GET', '/consents')).pending ?? []) {
    const answers = questions.flatMap(({ id, type }) =>
      type === 'acknowledge' ? [[id, true]] : type === 'yes-no' ? [[id, 'yes']] : [],
    );
    await call('POST', `/consents/${documentId}`, {
      ...CONSENT,
      version,
      answers: Object.fromEntries(answers),
      ...(signature && { signature: 'Pat Doe' }),
    });
  }
  await call('PUT', '/account/help-seen');
  return { visitor, email };
}

/** The link with this mark in a mail's text. */
export const linkIn = (text: string, mark: string): string => new RegExp(`https?://\\S+${mark}\\S+`).exec(text)![0];

/** A file with the demo clinic's config, changed in some of its keys. */
export function configWith(changes: object): string {
  const config = JSON.parse(readFileSync('demo/portal.config.json', 'utf8')) as {
    consents: { text: Record<string, string> }[];
  };
  for (const { text } of config.consents)
    for (const language of Object.keys(text)) text[language] = resolve('demo', text[language]!);
  const file = join(mkdtempSync(join(tmpdir(), 'portal-config-')), 'portal.config.json');
  writeFileSync(file, JSON.stringify({ ...config, ...changes }));
  return file;
}
