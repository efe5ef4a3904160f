// What differs, in words, and the letter that says so.
import { date, number } from '../words/format.ts';
import { say, t } from '../words/words.svelte.ts';
import { amount, vatRate } from './money.ts';
import type { Finding, FindingValue, Invoice } from './types.ts';

/** What a finding is about: the line's name, a register, a rate; then what is wrong. */
export function about(finding: Finding, invoice: Invoice): string {
  const what = say(`differs-${finding.code}`) ?? t('differs-other', { code: finding.code });
  const where = placeOf(finding, invoice);
  return where ? t('differs-at', { where, what }) : capital(what);
}

function placeOf({ place }: Finding, { breakdown }: Invoice): string | undefined {
  if (!breakdown || place.part === 'document') return undefined;
  if (place.part === 'line') return breakdown.lines[place.index]?.name;
  if (place.part === 'vat') {
    const total = breakdown.vat[place.index];
    return total && `${t('vat')} ${vatRate(total.rate)}`;
  }
  if (place.part === 'advance') {
    const advance = breakdown.advances[place.index];
    return advance && t('differs-advance', { date: date(advance.paid_on) });
  }
  const basis = breakdown.bases[place.index];
  if (basis?.type !== 'metered') return t('lines-rainwater');
  const register = say(`register-${basis.register}`) ?? basis.register;
  return t('derive-states', { register, serial: basis.serial });
}

/** A value of a finding as people write it. */
export function shown(value: FindingValue | null | undefined): string {
  if (!value) return '–';
  if (value.type === 'money') return amount(value.value);
  if (value.type === 'date') return date(value.value);
  return value.type === 'number' ? number(value.value) : value.value;
}

/** The complaint's text, to be sent as it is or written on. */
export function complaint(
  invoice: Invoice,
  findings: readonly Finding[],
  customer: string,
): string {
  const differences = findings.map((finding) => {
    const what = about(finding, invoice);
    if (!finding.said && !finding.computed) return what;
    const values = { said: shown(finding.said), computed: shown(finding.computed) };
    return t('complaint-difference', { what, ...values });
  });
  return [
    t('complaint-opening', { number: invoice.number, customer }),
    ...(differences.length > 0
      ? [t('complaint-differs'), differences.map((line) => `– ${line}`).join('\n')]
      : [t('complaint-yours')]),
    t('complaint-close'),
  ].join('\n\n');
}

/** An address that opens the person's own mail with the letter in it. */
export function letterTo(email: string, subject: string, text: string): string {
  const part = (words: string) => encodeURIComponent(words.replace(/\n/g, '\r\n'));
  return `mailto:${email}?subject=${part(subject)}&body=${part(text)}`;
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
