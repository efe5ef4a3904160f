// What is shown of offers: their parts, what is between them, capacities.
import type { Money } from '../invoices/types.ts';
import type { Offer, OfferLine, PriceList } from './types.ts';

const FIXED = new Set(['month', 'year', 'day', 'ampere_month', 'kw_month']);

/** Charged whatever is used. */
export function isFixed(line: OfferLine): boolean {
  return FIXED.has(line.unit);
}

/** What of an offer follows from the usage and what doesn't, in hundredths of
 * the dearest one. */
export function bar(offer: Offer, dearest: Money): { used: number; fixed: number } {
  const lines = offer.lines.reduce((sum, { amount }) => sum + amount.minor, 0);
  const whole = dearest.minor > 0 ? (offer.gross.minor / dearest.minor) * 100 : 0;
  const fixed = offer.lines.filter(isFixed).reduce((sum, { amount }) => sum + amount.minor, 0);
  const share = lines > 0 ? fixed / lines : 0;
  return { used: whole * (1 - share), fixed: whole * share };
}

/** A twelfth, to whole hundredths. */
export function aMonth(of: Money): Money {
  return { ...of, minor: Math.round(of.minor / 12) };
}

export interface Row {
  component: string;
  /** The first line of each offer that has the component, for its name. */
  line: OfferLine;
  /** What it comes to in each offer; nothing: it isn't part of it. */
  amounts: (Money | undefined)[];
}

/** One row per component: what follows from usage first, else in the order in
 * which offers have them. */
export function rowsOf(offers: readonly Offer[]): Row[] {
  const rows = new Map<string, Row>();
  offers.forEach((offer, i) => {
    for (const line of offer.lines) {
      const row = rows.get(line.component) ?? {
        component: line.component,
        line,
        amounts: offers.map(() => undefined),
      };
      const before = row.amounts[i];
      row.amounts[i] = before
        ? { ...before, minor: before.minor + line.amount.minor }
        : line.amount;
      rows.set(line.component, row);
    }
  });
  return [...rows.values()].sort((a, b) => Number(isFixed(a.line)) - Number(isFixed(b.line)));
}

/** Phases and amperes of `3x25 A`. */
export function breaker(text: string): { phases: number; amperes: number } | undefined {
  const found = /^(?:([123])[x×*])?(\d+)A$/i.exec(text.replace(/\s/g, ''));
  const amperes = Number(found?.[2]);
  return amperes > 0 ? { phases: Number(found![1] ?? 1), amperes } : undefined;
}

const PLAIN = [
  '1x16 A',
  '1x20 A',
  '1x25 A',
  '3x16 A',
  '3x20 A',
  '3x25 A',
  '3x32 A',
  '3x40 A',
  '3x50 A',
  '3x63 A',
];

/** Each capacity that a list has a price of, the smallest first; the usual
 * ones, where prices don't name any. */
export function capacitiesOf(lists: readonly PriceList[]): string[] {
  const components = lists.flatMap((list) => list.components);
  const named = components.flatMap(({ capacity }) => (capacity ? [capacity] : []));
  const plain = named.length > 0 ? named : PLAIN;
  const size = (text: string) => {
    const read = breaker(text);
    return read ? read.phases * 1000 + read.amperes : 0;
  };
  return [...new Set(plain)].sort((a, b) => size(a) - size(b));
}
