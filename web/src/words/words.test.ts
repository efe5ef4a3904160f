import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { declarations, differences } from '../../scripts/catalogues.mjs';
import { FINDING_CODES, OWN_CODES, PROBLEM_CODES } from '../api/codes.ts';
import { useConfig } from '../session/config.svelte.ts';
import { codeWords } from './codes.ts';
import { LANGUAGES, say, speak, t, withPart } from './words.svelte.ts';

const ROOT = join(import.meta.dirname, '../../..');
useConfig({});

describe('the catalogues', () => {
  it('have every message in each language, with the same values', () => {
    expect(differences()).toEqual([]);
  });

  it('are what messages.d.ts says', () => {
    const written = readFileSync(join(ROOT, 'web/src/words/messages.d.ts'), 'utf8');
    expect(written).toBe(declarations());
  });

  it('have words for every code, in each language', async () => {
    for (const language of LANGUAGES) {
      await speak(language);
      await withPart('codes');
      const keys = [
        ...[...PROBLEM_CODES, ...OWN_CODES].map((code) => `code-${code}`),
        ...FINDING_CODES.map((code) => `finding-${code}`),
      ];
      expect(keys.filter((key) => say(key, {}) === undefined)).toEqual([]);
    }
  });

  it('have words for every finding of a recomputation, and why a product is left out', async () => {
    const read = (file: string) => readFileSync(join(ROOT, 'shared/rating/src', file), 'utf8');
    const findings = [...read('recompute/finding.rs').matchAll(/= "([a-z_]+)", (?:true|false);/g)];
    const why = /pub enum Why \{([^}]*)\}/.exec(read('compare/offer.rs'))![1]!;
    const reasons = [...why.matchAll(/^    ([A-Z]\w*),/gm)].map(([, name]) =>
      name!.replace(/(?!^)[A-Z]/g, '_$&').toLowerCase(),
    );
    expect(findings.length).toBeGreaterThan(40);
    expect(reasons.length).toBeGreaterThan(3);
    const keys = [
      ...findings.map(([, code]) => `differs-${code}`),
      ...reasons.map((reason) => `left-out-${reason}`),
    ];
    for (const language of LANGUAGES) {
      await speak(language);
      await withPart('prices');
      expect(keys.filter((key) => say(key, {}) === undefined)).toEqual([]);
    }
  });

  it('know every code and journal entry that the features give', () => {
    const { codes, journal } = fromTheSources();
    expect(codes.size).toBeGreaterThan(30);
    expect(journal.size).toBeGreaterThan(8);
    expect(
      [...codes].filter((code) => !(PROBLEM_CODES as readonly string[]).includes(code)),
    ).toEqual([]);
    expect([...journal].filter((action) => say(`journal-${action}`) === undefined)).toEqual([]);
  });
});

describe('what a recomputation finds', () => {
  it('has words for each of its codes, in each language', async () => {
    const source = readFileSync(join(ROOT, 'shared/rating/src/recompute/finding.rs'), 'utf8');
    const codes = [...source.matchAll(/^ {4}\w+ = "([a-z_]+)", (?:true|false);/gm)];
    expect(codes.length).toBeGreaterThan(40);
    for (const language of LANGUAGES) {
      await speak(language);
      await withPart('invoices');
      const keys = codes.map(([, code]) => `differs-${code!}`);
      expect(keys.filter((key) => say(key) === undefined)).toEqual([]);
    }
  });
});

describe('the words', () => {
  it('follow the plural of the language', async () => {
    await speak('cs');
    const counted = [1, 3, 5].map((count) => t('switch-found', { count }));
    expect(counted).toEqual(['1 zákazník', '3 zákazníci', '5 zákazníků']);
    await speak('pl');
    expect(t('form-check', { count: 22 })).toBe('Popraw 22 pozycje:');
  });

  it('of an unknown code name it', async () => {
    await speak('en');
    expect(codeWords('brand_new')).toContain('brand_new');
  });

  it('of the newest wish win when two languages are asked for at once', async () => {
    await Promise.all([speak('pl'), speak('en')]);
    expect(t('save')).toBe('Save');
    expect(document.documentElement.lang).toBe('en');
  });
});

/** What the Rust features answer and note, read from their sources. */
function fromTheSources(): { codes: Set<string>; journal: Set<string> } {
  const codes = new Set<string>();
  const journal = new Set<string>();
  const folders = ['auth', 'account', 'readings', 'changes', 'invoices'].map(
    (name) => `functions/${name}/src`,
  );
  for (const folder of [...folders, 'shared/lambda/src', 'shared/payment/src']) {
    const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.rs'))) {
      const source = readFileSync(join(ROOT, folder, file), 'utf8')
        .split('#[cfg(test)]')[0]!
        .replace(/\/\/.*$/gm, '');
      for (const pattern of [
        /Error::(?:Malformed|Unauthenticated|Forbidden|conflict|refused)\(\s*"([a-z_]+)"/g,
        /\bcode: "([a-z_]+)"/g,
        /=> \(?"((?:password|reading|email|phone|address|postcode)_[a-z_]+)"/g,
        /=> "((?:account|basket|payment|receivable|reference|sipo|symbol)_[a-z_]+)"/g,
      ]) {
        for (const [, code] of source.matchAll(pattern)) codes.add(code!);
      }
      const noted =
        /\.journal\((?![^;"]*&action)[^;"]*?"([a-z_]+)"|(?<!fn )\bnote\([^;"]*?"([a-z_]+)"|action: "([a-z_]+)"/g;
      for (const [, a, b, c] of source.matchAll(noted)) journal.add((a ?? b ?? c)!);
    }
  }
  return { codes, journal };
}
