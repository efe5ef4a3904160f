import { describe, expect, it } from 'vitest';
import { bar, breaker, capacitiesOf, rowsOf } from './offers.ts';
import type { Offer, OfferLine, PriceList } from './types.ts';

const CZK = (minor: number) => ({ minor, currency: 'CZK' as const });
const line = (component: string, unit: OfferLine['unit'], minor: number) =>
  ({ component, unit, amount: CZK(minor) }) as OfferLine;
const offer = (product: string, gross: number, lines: OfferLine[]) =>
  ({ product, gross: CZK(gross), lines }) as Offer;

const one = offer('D02d', 121_00, [
  line('breaker', 'month', 25_00),
  line('energy', 'mwh', 50_00),
  line('energy', 'mwh', 25_00),
]);
const other = offer('D25d', 242_00, [line('energy_vt', 'mwh', 200_00)]);

describe('offers', () => {
  it('have bars beside the dearest one', () => {
    expect(bar(one, other.gross)).toEqual({ used: 37.5, fixed: 12.5 });
    expect(bar(other, other.gross)).toEqual({ used: 100, fixed: 0 });
  });

  it('stand side by side, each component once, fixed ones last', () => {
    const rows = rowsOf([one, other]).map(({ component, amounts }) => [
      component,
      ...amounts.map((sum) => sum?.minor),
    ]);
    expect(rows).toEqual([
      ['energy', 75_00, undefined],
      ['energy_vt', undefined, 200_00],
      ['breaker', 25_00, undefined],
    ]);
  });
});

describe('capacities', () => {
  it('are read as people write them', () => {
    expect(breaker('3×25A')).toEqual({ phases: 3, amperes: 25 });
    expect(breaker('25 A')).toEqual({ phases: 1, amperes: 25 });
    expect(['', '3x A', 'Q3 2.5 m3/h', '4x25 A'].map(breaker)).toEqual(Array(4).fill(undefined));
  });

  it('are those that a price is for, by size', () => {
    const components = ['3x32 A', '3x25 A', '1x25 A', '3x25 A'].map((capacity) => ({ capacity }));
    const lists = [{ components }] as PriceList[];
    expect(capacitiesOf(lists)).toEqual(['1x25 A', '3x25 A', '3x32 A']);
  });
});
