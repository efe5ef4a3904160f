import { describe, expect, it } from 'vitest';
import type { AdvanceSchedule } from '../invoices/types.ts';
import { daysAhead, fitting, toChange, wholeUnits, yearly } from './advance.ts';
import { daysAfter, monthsAfter } from './days.ts';

const CZK = (minor: number) => ({ minor, currency: 'CZK' as const });

function schedule(valid_from: string, days: [string, number][]): AdvanceSchedule {
  const advances = days.map(([due_on, paid]) => ({
    due_on,
    amount: CZK(100_00),
    paid: CZK(paid),
  }));
  return { supply_point: 'OM-1', valid_from, interval: 'month', amount: CZK(100_00), advances };
}

const before = schedule('2025-01-01', [['2025-02-15', 100_00]]);
const now = schedule('2025-03-01', [
  ['2025-03-15', 0],
  ['2025-04-15', 100_00],
  ['2025-05-15', 0],
]);

describe('an advance', () => {
  it('is changed in the schedule that holds, or in the next when that has ended', () => {
    expect(toChange([now, before], '2025-03-10')).toBe(now);
    expect(toChange([now, before], '2025-02-01')).toBe(before);
    expect(toChange([now, before], '2025-02-20')).toBe(now);
    expect(toChange([before], '2025-02-20')).toBeUndefined();
    expect(toChange([now], '2025-01-01')).toBe(now);
  });

  it('begins with one that is to come and unpaid', () => {
    expect(daysAhead(now, '2025-03-10')).toEqual(['2025-03-15', '2025-05-15']);
    expect(daysAhead(now, '2025-03-15')).toEqual(['2025-05-15']);
  });

  it('is typed in whole units', () => {
    expect(['2640', '2 640', '2 640,00', '2640.00'].map(wholeUnits)).toEqual(
      Array(4).fill(264_000),
    );
    expect(['', '0', '26,5', '-3', 'abc'].map(wholeUnits)).toEqual(Array(5).fill(undefined));
  });

  it('that pays for a year is rounded up to tens', () => {
    expect(fitting(CZK(27_683_65), 'month').minor).toBe(231_000);
    expect(yearly(CZK(160_000), 'quarter').minor).toBe(640_000);
  });
});

describe('days', () => {
  it('follow each other, and a month has a last one', () => {
    expect(daysAfter('2024-02-28', 2)).toBe('2024-03-01');
    expect(monthsAfter('2025-01-31', 1)).toBe('2025-02-28');
    expect(monthsAfter('2025-10-15', 5)).toBe('2026-03-15');
  });
});
