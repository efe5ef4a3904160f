// A password of plain words in the reader's language: long, so that it holds;
// plain, so that it is remembered and typed.
import type { Language } from '../api/types.ts';

/** Five of at least 1,000 words: 50 bits, and no shorter than 15 characters. */
const WORDS = 5;

const lists = import.meta.glob<string>('./lists/*.txt', { query: '?raw', import: 'default' });

export async function wordsOf(language: Language): Promise<string[]> {
  const list = await lists[`./lists/${language}.txt`]!();
  return list.split('\n').filter(Boolean);
}

/** A new one, such as `jahoda-okno-zvon-tabule-most`. */
export async function passphrase(language: Language): Promise<string> {
  const words = await wordsOf(language);
  return Array.from({ length: WORDS }, () => words[below(words.length)]).join('-');
}

/** An even random number from 0 to below `bound`. */
export function below(bound: number): number {
  const all = 2 ** 32;
  const fair = all - (all % bound);
  const drawn = new Uint32Array(1);
  do crypto.getRandomValues(drawn);
  while (drawn[0]! >= fair);
  return drawn[0]! % bound;
}
