// A document in one plain sentence.
import { longDate } from '../words/format.ts';
import { t } from '../words/words.svelte.ts';
import { amount, size } from './money.ts';
import type { DocumentDetail, DocumentLine, Money } from './types.ts';

/** What it came to and what follows from that. */
export function sentence({ document }: DocumentDetail): string {
  const { breakdown, corrects, due_on, kind, total } = document;
  const due = due_on ? longDate(due_on) : '–';
  const known = due_on ? 'yes' : 'no';
  if (kind === 'advance_tax_document') return t('sentence-tax-document', { total: size(total) });
  if (kind === 'credit_note') {
    return t('sentence-credit-note', { total: size(total), number: corrects ?? '–' });
  }
  if (kind === 'advance_request')
    return t('sentence-advance', { total: amount(total), due, known });
  if (kind === 'settlement' && breakdown) {
    const { advances, gross, payable } = breakdown.totals;
    const values = { advances: amount(advances), used: amount(gross), rest: size(payable) };
    if (payable.minor < 0) return t('sentence-overpaid', values);
    if (payable.minor === 0) return t('sentence-even', { advances: values.advances });
    return t('sentence-underpaid', { ...values, due, known });
  }
  if (total.minor < 0) return t('sentence-back', { total: size(total) });
  return t('sentence-invoice', { total: amount(total), due, known });
}

/** What was paid of it, and what is open; nothing of both where nothing is owed. */
export function standing(of: DocumentDetail | DocumentLine): { paid: Money; remaining: Money } {
  const total = 'document' in of ? of.document.total : of.total;
  const none = { ...total, minor: 0 };
  return { paid: of.paid ?? none, remaining: of.remaining ?? none };
}

/** What has become of it since; nothing, while nothing has. */
export function sinceThen(detail: DocumentDetail): string | undefined {
  const { days_overdue: days, document, state } = detail;
  const { paid, remaining } = standing(detail);
  const values = { paid: size(paid), remaining: size(remaining) };
  const back = document.total.minor < 0;
  if (state === 'cancelled') return t('since-cancelled');
  if (state === 'paid') return back ? t('since-paid-back') : t('since-paid');
  if (state === 'overdue') {
    return paid.minor
      ? t('since-overdue-partly', { ...values, days })
      : t('since-overdue', { days });
  }
  if (state === 'partly' || paid.minor !== 0) return t('since-partly', values);
  return undefined;
}
