// What the portal says, from the same catalogues as the portal itself, so that
// one journey is made in every language.
import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Language } from '../../src/api/types.ts';

export type { Language };
export type Words = (key: string, values?: Record<string, FluentVariable>) => string;

const made = new Map<Language, FluentBundle>();

export function wordsOf(language: Language): Words {
  const bundle = made.get(language) ?? load(language);
  made.set(language, bundle);
  return (key, values) => {
    const message = bundle.getMessage(key);
    if (!message?.value) throw new Error(`no words for ${key} in ${language}`);
    return bundle.formatPattern(message.value, values ?? null).trim();
  };
}

function load(language: Language): FluentBundle {
  const folder = new URL(`../../../words/${language}/`, import.meta.url);
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    if (file === 'mails.ftl') continue;
    bundle.addResource(new FluentResource(readFileSync(new URL(file, folder), 'utf8')));
  }
  return bundle;
}
