// Advance schedules: which one holds, and what changed.
import type { Day } from '../api/types.ts';
import type { Advance, AdvanceSchedule, Money } from './types.ts';

/** Those of one supply point, newest first. */
export function ofPoint(schedules: readonly AdvanceSchedule[], point: string): AdvanceSchedule[] {
  return schedules
    .filter((one) => one.supply_point === point)
    .sort((a, b) => b.valid_from.localeCompare(a.valid_from));
}

/** The one that holds on a day, or the first that will. */
export function current(
  newestFirst: readonly AdvanceSchedule[],
  on: Day,
): AdvanceSchedule | undefined {
  return newestFirst.find((one) => one.valid_from <= on) ?? newestFirst.at(-1);
}

export interface Listed extends Advance {
  schedule: AdvanceSchedule;
}

/** Every advance; a schedule's end where the next begins. Newest first. */
export function advancesOf(newestFirst: readonly AdvanceSchedule[]): Listed[] {
  return newestFirst
    .flatMap((schedule, i) => {
      const until = newestFirst[i - 1]?.valid_from;
      return schedule.advances
        .filter(({ due_on }) => !until || due_on < until)
        .map((advance) => ({ ...advance, schedule }));
    })
    .sort((a, b) => b.due_on.localeCompare(a.due_on));
}

export interface Step {
  from: Day;
  before: Money;
  after: Money;
  /** What the new amount has more, or less than nothing. */
  by: Money;
}

/** What a standing order that was set up for the amount before lacks now: the
 * newest schedule asks for another, and nobody has paid that yet. */
export function orderStep(newestFirst: readonly AdvanceSchedule[]): Step | undefined {
  const [now, before] = newestFirst;
  if (!now || !before || now.amount.minor === before.amount.minor) return undefined;
  const met = now.advances.some(
    ({ amount, paid }) => amount.minor === now.amount.minor && paid.minor >= amount.minor,
  );
  if (met) return undefined;
  return {
    from: now.valid_from,
    before: before.amount,
    after: now.amount,
    by: { ...now.amount, minor: now.amount.minor - before.amount.minor },
  };
}
