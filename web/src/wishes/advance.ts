// How much is paid in advance: what may be chosen, and what a year comes to.
import type { Day } from '../api/types.ts';
import type { AdvanceSchedule, Money } from '../invoices/types.ts';

const A_YEAR = { month: 12, quarter: 4, half_year: 2, year: 1 } as const;

/** The schedule that has advances to come: the one that holds, else the first
 * after it. As the API chooses it. */
export function toChange(
  newestFirst: readonly AdvanceSchedule[],
  today: Day,
): AdvanceSchedule | undefined {
  const now = newestFirst.findIndex(({ valid_from }) => valid_from <= today);
  const ahead = (schedule: AdvanceSchedule | undefined) =>
    !!schedule?.advances.some(({ due_on }) => due_on > today);
  if (now >= 0 && ahead(newestFirst[now])) return newestFirst[now];
  return newestFirst[(now < 0 ? newestFirst.length : now) - 1];
}

/** The days of advances that may still come to something else. */
export function daysAhead({ advances }: AdvanceSchedule, today: Day): Day[] {
  return advances
    .filter(({ due_on, paid }) => due_on > today && paid.minor === 0)
    .map(({ due_on }) => due_on);
}

/** What advances of this size come to in a year. */
export function yearly(amount: Money, interval: AdvanceSchedule['interval']): Money {
  return { ...amount, minor: amount.minor * A_YEAR[interval] };
}

/** What each advance has to be, so that a year's costs are paid: rounded up to
 * whole tens of the currency. */
export function fitting(costs: Money, interval: AdvanceSchedule['interval']): Money {
  return { ...costs, minor: Math.ceil(costs.minor / A_YEAR[interval] / 1000) * 1000 };
}

/** An estimate: without what is less than a whole unit. */
export function about(of: Money): Money {
  return { ...of, minor: Math.round(of.minor / 100) * 100 };
}

/** `2 640` as whole units in hundredths; nothing, if it isn't one. */
export function wholeUnits(typed: string): number | undefined {
  const plain = typed.replace(/[\s\u00a0\u202f']/g, '').replace(/[.,]00?$/, '');
  const units = /^\d{1,9}$/.test(plain) ? Number(plain) : 0;
  return units > 0 ? units * 100 : undefined;
}
