import { describe, expect, it } from 'vitest';
import { advancesOf, current, ofPoint, orderStep } from './schedules.ts';
import type { AdvanceSchedule } from './types.ts';

const CZK = (minor: number) => ({ minor, currency: 'CZK' as const });

function schedule(valid_from: string, minor: number, days: [string, number][]): AdvanceSchedule {
  const advances = days.map(([due_on, paid]) => ({ due_on, amount: CZK(minor), paid: CZK(paid) }));
  return { supply_point: 'OM-1', valid_from, interval: 'month', amount: CZK(minor), advances };
}

const before = schedule('2025-01-01', 100_00, [
  ['2025-01-15', 100_00],
  ['2025-02-15', 100_00],
  ['2025-03-15', 0],
]);
const after = schedule('2025-03-01', 120_00, [['2025-03-15', 100_00]]);
const both = ofPoint([before, after, { ...before, supply_point: 'OM-2' }], 'OM-1');

describe('advance schedules', () => {
  it('hold until the next begins', () => {
    expect(both).toEqual([after, before]);
    expect(current(both, '2025-02-28')).toBe(before);
    expect(current(both, '2025-03-01')).toBe(after);
    expect(current(both, '2024-01-01')).toBe(before);
    const listed = advancesOf(both);
    expect(listed.map(({ due_on, amount }) => `${due_on} ${amount.minor}`)).toEqual([
      '2025-03-15 12000',
      '2025-02-15 10000',
      '2025-01-15 10000',
    ]);
  });

  it('tell what a standing order lacks until the new amount was paid once', () => {
    expect(orderStep(both)?.by).toEqual(CZK(20_00));
    const met = schedule('2025-03-01', 120_00, [['2025-03-15', 120_00]]);
    expect(orderStep([met, before])).toBeUndefined();
    expect(orderStep([before])).toBeUndefined();
    expect(orderStep([{ ...after, amount: CZK(100_00) }, before])).toBeUndefined();
  });
});
