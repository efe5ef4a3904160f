// A change in a few words.
import type { Change } from '../api/types.ts';
import { longDate } from '../words/format.ts';
import { t } from '../words/words.svelte.ts';

/** A wish about money, or about what it is charged for. */
export type MoneyChange = Exclude<Change, { kind: 'reading' | 'contact' | 'mailing_address' }>;

/** A way of paying. */
export type Method = Extract<Change, { kind: 'payment_method' }>['data']['after'];

export function isAboutMoney(change: Change): change is MoneyChange {
  return !['reading', 'contact', 'mailing_address'].includes(change.kind);
}

export function changeTitle(change: Change): string {
  return change.kind === 'reading'
    ? t('change-reading', { serial: change.data.serial })
    : t(`change-${change.kind}`);
}

/** What tells it from another of its kind. */
export function changeDetail(change: Change): string | undefined {
  return change.kind === 'reading' ? longDate(change.data.read_on) : undefined;
}
