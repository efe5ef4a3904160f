// Reads the catalogues of `../words`: which messages there are in each language,
// and which values each of them takes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';

export const LANGUAGES = ['cs', 'pl', 'en'];
export const FILES = [
  'web',
  'codes',
  'auth',
  'account',
  'help',
  'readings',
  'requests',
  'invoices',
  'prices',
  'wishes',
  'office',
];
const WORDS = join(import.meta.dirname, '../../words');

/** Message to the names of its values, of one file in one language. */
export function catalogue(language, file) {
  const source = readFileSync(join(WORDS, language, `${file}.ftl`), 'utf8');
  const { body } = new FluentResource(source);
  const messages = new Map(body.map(({ id, value }) => [id, namesIn(value)]));
  // The parser skips what it can't read; a skipped message must not go unseen.
  const written = [...source.matchAll(/^([a-zA-Z][\w-]*) *=/gm)].map(([, id]) => id);
  const unread = written.filter((id) => !messages.has(id));
  const twice = written.filter((id, i) => written.indexOf(id) !== i);
  return {
    messages,
    faults: [...unread.map((id) => `can't be read: ${id}`), ...twice.map((id) => `twice: ${id}`)],
  };
}

/** Every difference between the languages, in words; none when all is well. */
export function differences() {
  const found = [];
  const places = new Map();
  for (const file of FILES) {
    const [first, ...others] = LANGUAGES.map((language) => [language, catalogue(language, file)]);
    for (const [language, { faults }] of [first, ...others]) {
      found.push(...faults.map((fault) => `${language}/${file}.ftl: ${fault}`));
    }
    for (const id of first[1].messages.keys()) {
      if (places.has(id)) found.push(`${id} is in ${places.get(id)}.ftl and in ${file}.ftl`);
      places.set(id, file);
    }
    for (const [language, { messages }] of others) {
      for (const [id, names] of first[1].messages) {
        if (!messages.has(id)) found.push(`${language}/${file}.ftl: missing: ${id}`);
        else if (messages.get(id).join() !== names.join()) {
          found.push(`${language}/${file}.ftl: ${id} takes (${messages.get(id)}), not (${names})`);
        }
      }
      for (const id of messages.keys()) {
        if (!first[1].messages.has(id)) found.push(`${language}/${file}.ftl: only here: ${id}`);
      }
    }
  }
  return found;
}

/** The text of `messages.d.ts`. */
export function declarations() {
  const lines = FILES.flatMap((file) =>
    [...catalogue('cs', file).messages].map(([id, names]) => {
      const values = names.map((name) => `${name}: string | number`).join('; ');
      return `  ${JSON.stringify(id)}: ${names.length ? `{ ${values} }` : 'null'};`;
    }),
  );
  return [
    '// Made by `npm run words` from words/cs/*.ftl: each message and the values it takes.',
    '',
    'export interface Messages {',
    ...lines,
    '}',
    '',
  ].join('\n');
}

function namesIn(pattern, names = new Set()) {
  if (Array.isArray(pattern)) for (const part of pattern) namesIn(part, names);
  else if (pattern && typeof pattern === 'object') {
    if (pattern.type === 'var') names.add(pattern.name);
    if (pattern.selector) namesIn(pattern.selector, names);
    for (const variant of pattern.variants ?? []) namesIn(variant.value, names);
    for (const arg of pattern.args ?? []) namesIn(arg, names);
  }
  return [...names].sort();
}
