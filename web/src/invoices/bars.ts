// Settlements as a chart shows them.
import type { BillingUnit, Settlement } from './types.ts';

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
        return Number((daily ? found?.per_day : found?.quantity) ?? 0);
      });
      return { settlement, parts, sum: parts.reduce((sum, part) => sum + part, 0) };
    });
}
