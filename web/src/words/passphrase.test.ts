import { describe, expect, it } from 'vitest';
import { below, passphrase, wordsOf } from './passphrase.ts';
import { LANGUAGES } from './words.svelte.ts';

describe.each(LANGUAGES)('a passphrase in %s', (language) => {
  it('is drawn from at least a thousand different plain words', async () => {
    const words = await wordsOf(language);
    expect(words.length).toBeGreaterThanOrEqual(1000);
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => !/^[a-z]{3,10}$/.test(word))).toEqual([]);
  });

  it('is five of them, and long enough', async () => {
    const words = new Set(await wordsOf(language));
    const made = await passphrase(language);
    const parts = made.split('-');
    expect(parts).toHaveLength(5);
    expect(parts.every((part) => words.has(part))).toBe(true);
    expect(made.length).toBeGreaterThanOrEqual(15);
    expect(await passphrase(language)).not.toBe(made);
  });
});

describe('a random number', () => {
  it('is below its bound, and reaches every value', () => {
    const seen = new Set(Array.from({ length: 2000 }, () => below(7)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
