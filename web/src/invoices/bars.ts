// Settlements as a chart shows them.
import type { BillingUnit, Settlement, Used } from './types.ts';

export interface Bar {
  settlement: Settlement;
  /** By register, in the order of the chart. */
  parts: number[];
  sum: number;
}

/** The registers of these settlements, in the order they first stand in. */
export function registersOf(settlements: readonly Settlement[]): string[] {
  return [...new Set(settlements.flatMap((one) => one.used.map(({ register }) => register)))];
}

/** The unit of most of them; what is billed in another isn't drawn beside. */
export function unitOf(settlements: readonly Settlement[]): BillingUnit | undefined {
  const counts = new Map<BillingUnit, number>();
  for (const { unit } of settlements.flatMap((one) => one.used)) {
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** What it was a day, in a unit that a day is told in: `14.28` kWh, not MWh. */
export function perDay(used: Used, days: number): { amount: number; unit: BillingUnit } {
  if (used.unit !== 'mwh' || days <= 0) return { amount: Number(used.per_day), unit: used.unit };
  return { amount: (Number(used.quantity) * 1000) / days, unit: 'kwh' };
}

/** A round number at or above `value`, near enough to fill the chart. */
export function axisTop(value: number): number {
  if (value <= 0) return 1;
  const size = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10].find((one) => one * size >= value) ?? 10;
  return Number((step * size).toPrecision(6));
}

/** As many decimals as tell its size: `5.69`, `14.3`, `152`. */
export function sized(value: number): string {
  return String(Number(value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)));
}

/** Oldest first. */
export function barsOf(
  settlements: readonly Settlement[],
  registers: readonly string[],
  unit: BillingUnit,
  daily: boolean,
): Bar[] {
  return [...settlements]
    .sort((a, b) => a.period.from.localeCompare(b.period.from))
    .map((settlement) => {
      const parts = registers.map((register) => {
        const found = settlement.used.find((q) => q.register === register && q.unit === unit);
        if (!found) return 0;
        return daily ? perDay(found, settlement.days).amount : Number(found.quantity);
      });
      return { settlement, parts, sum: parts.reduce((sum, part) => sum + part, 0) };
    });
}
