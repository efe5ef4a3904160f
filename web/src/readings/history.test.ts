import { describe, expect, it } from 'vitest';
import type { Reading, Register } from '../api/types.ts';
import { dayBefore, roundUp, short, spans, yearBefore } from './history.ts';

const T: Register = { code: 'T', unit: 'm3', digits: 5, decimals: 1, multiplier: '1' };

function reading(read_on: string, days: number, perDay: string): Reading {
  return { read_on, kind: 'actual', values: {}, consumption: {}, per_day: { T: perDay }, days };
}

describe('the history of a meter', () => {
  it('is told from the oldest span, and a first reading has none', () => {
    const first: Reading = { ...reading('2025-01-01', 0, '0'), per_day: {} };
    const all = spans([reading('2026-01-01', 365, '0.3'), first], [T]);
    expect(all).toEqual([
      { from: '2025-01-01', to: '2026-01-01', days: 365, perDay: [0.3], estimated: false },
    ]);
  });

  it('goes back over a change of clocks and a leap day by whole days', () => {
    expect(dayBefore('2026-03-30', 1)).toBe('2026-03-29');
    expect(dayBefore('2024-03-01', 1)).toBe('2024-02-29');
  });

  it('is compared with the same season of the year before', () => {
    const all = spans(
      [
        reading('2026-02-01', 31, '0.5'),
        reading('2026-01-01', 306, '0.2'),
        reading('2025-03-01', 59, '0.4'),
      ],
      [T],
    );
    expect(yearBefore(all)).toEqual({ now: 0.5, then: 0.4 });
    expect(yearBefore(all.slice(2))).toBeUndefined();
  });

  it('has an axis that ends at a round number above every bar', () => {
    expect([0, 0.23, 1, 3.1, 26].map(roundUp)).toEqual([1, 0.25, 1, 5, 50]);
  });

  it('writes no more places than are of use', () => {
    expect([short('0.123456'), short('12.500'), short(3)]).toEqual(['0.12', '12.5', '3']);
  });
});
