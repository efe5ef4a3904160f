// A meter's readings as a chart and a table show them.
import type { Decimal, Reading, Register } from '../api/types.ts';

/** A span between two readings, with what was used in it on an average day. */
export interface Span {
  from: string;
  to: string;
  days: number;
  /** By register, in the order of the meter. */
  perDay: number[];
  estimated: boolean;
}

/** The spans of `readings` (newest first), oldest first. */
export function spans(readings: readonly Reading[], registers: readonly Register[]): Span[] {
  const found: Span[] = [];
  for (const reading of readings) {
    const days = reading.days ?? 0;
    const perDay = registers.map(({ code }) => Number(reading.per_day[code] ?? 0));
    if (days <= 0 || Object.keys(reading.per_day).length === 0) continue;
    found.push({
      from: dayBefore(reading.read_on, days),
      to: reading.read_on,
      days,
      perDay,
      estimated: reading.kind === 'estimated',
    });
  }
  return found.reverse();
}

/** `days` before `day`; both are civil days, so no zone is asked. */
export function dayBefore(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
}

/** A round number at or above `value`, for the top of an axis. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const size = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((step) => step * size >= value) ?? 10;
  return step * size;
}

/** Two decimals at most, without zeros at the end. */
export function short(value: Decimal | number, places = 2): Decimal {
  return String(Number(Number(value).toFixed(places)));
}

/** What the last span says beside the same season a year before, if one lies there. */
export function yearBefore(all: readonly Span[]): { now: number; then: number } | undefined {
  const last = all.at(-1);
  if (!last) return undefined;
  const middle = Date.parse(last.from) + (Date.parse(last.to) - Date.parse(last.from)) / 2;
  const wanted = middle - 365 * 86_400_000;
  const then = all.find((span) => Date.parse(span.from) <= wanted && wanted < Date.parse(span.to));
  if (!then || then === last) return undefined;
  return { now: sum(last.perDay), then: sum(then.perDay) };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
