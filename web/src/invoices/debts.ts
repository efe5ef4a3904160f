// What is open on a contract account.
import { say, t } from '../words/words.svelte.ts';

/** What a receivable is, in words. */
export function debtKind(kind: string): string {
  return say(`debt-${kind}`) ?? t('debt-invoice');
}
