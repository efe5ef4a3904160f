// A change in a few words.
import type { Change } from '../api/types.ts';
import { longDate } from '../words/format.ts';
import { t } from '../words/words.svelte.ts';

export function changeTitle(change: Change): string {
  return change.kind === 'reading'
    ? t('change-reading', { serial: change.data.serial })
    : t(`change-${change.kind}`);
}

/** What tells it from another of its kind. */
export function changeDetail(change: Change): string | undefined {
  return change.kind === 'reading' ? longDate(change.data.read_on) : undefined;
}
