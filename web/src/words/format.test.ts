import { beforeAll, describe, expect, it } from 'vitest';
import { useConfig } from '../session/config.svelte.ts';
import {
  ago,
  date,
  dateInWords,
  dateTime,
  decimalFrom,
  duration,
  money,
  number,
  quantity,
  today,
} from './format.ts';
import { folded } from './folded.ts';
import { speak } from './words.svelte.ts';

beforeAll(() => useConfig({ time_zone: 'Europe/Prague', currency: 'CZK' }));

/** Each kind of space as a plain one. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers', () => {
  it('keep their places and have the marks of the language', async () => {
    await speak('cs');
    expect(plain(number('18420.50'))).toBe('18 420,50');
    expect(plain(quantity('412', 'm3'))).toBe('412 m³');
    expect(plain(money(123450))).toBe('1 234,50 Kč');
    await speak('en');
    expect(number('18420.50')).toBe('18,420.50');
  });

  it('stay exact where a float would not', async () => {
    await speak('en');
    expect(number('12345678901234567.89')).toBe('12,345,678,901,234,567.89');
  });

  it('are read as people type them', () => {
    expect(decimalFrom('1 234,50')).toBe('1234.50');
    expect(decimalFrom(' 412 ')).toBe('412');
    expect(decimalFrom('0,5')).toBe('0.5');
    for (const bad of ['', 'abc', '1,2,3', '-5', '1.', '12a']) {
      expect(decimalFrom(bad), bad).toBeUndefined();
    }
  });
});

describe('days and times', () => {
  it('are written in the language of the page', async () => {
    await speak('cs');
    expect(plain(date('2026-05-03'))).toBe('3. 5. 2026');
    expect(plain(dateInWords('2026-05-03'))).toBe('neděle 3. května 2026');
    await speak('pl');
    expect(dateInWords('2026-05-03')).toBe('niedziela, 3 maja 2026');
    await speak('en');
    expect(dateInWords('2026-05-03')).toMatch(/^Sunday,? 3 May 2026$/);
  });

  it('are those of the utility, wherever the browser is', async () => {
    await speak('en');
    expect(dateTime('2026-03-29T00:30:00Z')).toContain('01:30');
    expect(dateTime('2026-03-29T01:30:00Z')).toContain('03:30');
    expect(today(new Date('2026-05-03T22:30:00Z'))).toBe('2026-05-04');
  });

  it('show a broken value as it is', () => {
    expect(date('soon')).toBe('soon');
  });

  it('are near or far', async () => {
    await speak('en');
    const now = Date.parse('2026-05-04T10:00:00Z');
    expect(ago('2026-05-04T09:20:00Z', now)).toBe('40 minutes ago');
    expect(ago('2026-05-02T10:00:00Z', now)).toBe('2 days ago');
    expect(duration(90)).toBe('2 minutes');
  });
});

describe('text for searching', () => {
  it('has no marks and no case', () => {
    expect(folded(' Příkopová Łódź ')).toBe('prikopova lodz');
  });
});
