import { describe, expect, it } from 'vitest';
import { areaOf, costOf, greened, yearlyQuantity, type Typed } from './surfaces.ts';

const roof: Typed = { class: 'impermeable', name: 'Roof', area: '96' };
const yard: Typed = { class: 'permeable', name: '', area: '18' };

describe('surfaces', () => {
  it('drain their area by the coefficient and the rainfall', () => {
    // (96 × 0.9 + 18 × 0.4) × 0.655 = 61.308
    expect(yearlyQuantity([roof, yard], '0.655')).toBe('61.31');
    expect(yearlyQuantity([], '0.655')).toBe('0.00');
    expect(yearlyQuantity([{ ...roof, area: '1' }], '0.655')).toBe('0.59');
    // Exactly a half: 0.9 × 0.55 = 0.495
    expect(yearlyQuantity([{ ...roof, area: '1' }], '0.55')).toBe('0.50');
  });

  it('that are no area yet count nothing', () => {
    expect(yearlyQuantity([roof, { ...yard, area: 'abc' }], '0.655')).toBe('56.59');
    expect(['0', '-3', '1,234', '1000000,01', ''].map(areaOf)).toEqual(Array(5).fill(undefined));
    expect(areaOf('1 000,5')).toBe(100_050);
  });

  it('may become green in part or whole', () => {
    expect(greened([roof, yard], 0, 50, 'vegetation')).toEqual([
      { ...roof, area: '46' },
      { class: 'vegetation', name: 'Roof', area: '50' },
      yard,
    ]);
    expect(greened([yard], 0, 50, 'vegetation')).toEqual([
      { class: 'vegetation', name: '', area: '18' },
    ]);
  });

  it('cost in proportion to what drains', () => {
    const yearly = { minor: 309_693, currency: 'CZK' } as const;
    expect(costOf('30.66', '61.31', yearly)?.minor).toBe(154_872);
    expect(costOf('30.66', '0', yearly)).toBeUndefined();
  });
});
