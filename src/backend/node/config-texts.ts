import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ConsentDocument } from '../../contract/consent.js';
import type { Block } from '../../contract/rich-text.js';
import { closestLanguage, type ConsentSource } from '../settings.js';
import { byLanguage, type Consent, type Words } from './config-consents.js';
import type { Path, Problem } from './config-problems.js';
import { wordsFor } from './config-words.js';
import { readMarkdown } from './markdown.js';

type Bodies = ReadonlyMap<string, Block[]>;

/** Reads the texts that a consent names, by language; what can't be read or has no text in it is noted as a problem. */
export function readTexts(
  { text }: Consent,
  path: Path,
  { folder, languages, problems }: { folder: string; languages: readonly string[]; problems: Problem[] },
): Bodies {
  const bodies = new Map<string, Block[]>();
  for (const [language, file] of Object.entries(byLanguage(text, languages))) {
    const say = (message: string): void =>
      void problems.push({ path: typeof text === 'string' ? [...path, 'text'] : [...path, 'text', language], message });
    try {
      const body = readMarkdown(readFileSync(resolve(folder, file), 'utf8'));
      if (body.length === 0) say(`"${file}" has no text in it`);
      bodies.set(language, body);
    } catch {
      say(`"${file}" can't be read`);
    }
  }
  return bodies;
}

/** A consent as the core asks for it: whole in each language that has a text. */
export function consentSource(consent: Consent, bodies: Bodies, languages: readonly string[]): ConsentSource {
  const { documentId, version, required, signature, renewalDays, recordsMobilePhone } = consent;
  const offered = [...bodies.keys()].sort((a, b) => languages.indexOf(a) - languages.indexOf(b));
  const documents = new Map(offered.map((language) => [language, documentIn(language)]));

  function documentIn(language: string): ConsentDocument {
    const say = (words: Words): string => wordsFor(byLanguage(words, languages), language, languages)![1];
    const questions = consent.questions.map(({ label, options, ...question }) => ({
      ...question,
      label: say(label),
      ...(options && { options: options.map((option) => ({ value: option.value, label: say(option.label) })) }),
    }));
    const body = bodies.get(language)!;
    return { documentId, version, language, title: say(consent.title), required, signature, body, questions };
  }

  return {
    documentId,
    required,
    renewalDays: renewalDays ?? null,
    recordsMobilePhone,
    inLanguage: (language) => documents.get(closestLanguage(language, offered))!,
  };
}
