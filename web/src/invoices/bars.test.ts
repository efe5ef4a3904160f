import { describe, expect, it } from 'vitest';
import { axisTop, barsOf, perDay, registersOf, sized, unitOf } from './bars.ts';
import type { Settlement } from './types.ts';

const CZK = (minor: number) => ({ minor, currency: 'CZK' as const });

function settlement(number: string, from: string, used: Settlement['used']): Settlement {
  const period = { from, to: from };
  return { number, issued_on: from, period, days: 365, used, total: CZK(0) };
}

const kwh = (register: string, quantity: string, per_day: string) =>
  ({ supply_point: 'OM-1', register, unit: 'kwh', quantity, per_day }) as const;

describe('settlements in a chart', () => {
  const newer = settlement('2', '2025-01-01', [kwh('VT', '100', '1'), kwh('NT', '300.5', '3')]);
  const older = settlement('1', '2024-01-01', [kwh('VT', '50', '0.5')]);

  it('stand oldest first, with a part for each register', () => {
    const all = [newer, older];
    const registers = registersOf(all);
    expect(registers).toEqual(['VT', 'NT']);
    const bars = barsOf(all, registers, 'kwh', false);
    expect(bars.map((bar) => bar.parts)).toEqual([
      [50, 0],
      [100, 300.5],
    ]);
    expect(barsOf(all, registers, 'kwh', true).map((bar) => bar.sum)).toEqual([0.5, 4]);
  });

  it('have the unit of most of them', () => {
    const gas = settlement('3', '2023-01-01', [
      { supply_point: 'OM-1', register: 'T', unit: 'm3', quantity: '5', per_day: '1' },
    ]);
    expect(unitOf([gas, newer])).toBe('kwh');
    expect(unitOf([])).toBeUndefined();
  });

  it('say days in kWh, and numbers as exactly as their size needs', () => {
    const used = { ...kwh('VT', '5.2135', '0.014'), unit: 'mwh' } as const;
    expect(perDay(used, 365).unit).toBe('kwh');
    expect(sized(perDay(used, 365).amount)).toBe('14.3');
    expect(['5.694', '152.6', '0'].map((value) => sized(Number(value)))).toEqual([
      '5.69',
      '153',
      '0',
    ]);
    expect([5.7, 14.3, 1, 0].map(axisTop)).toEqual([6, 16, 1, 1]);
  });
});
