// What reserved capacities cost.
import { breaker } from '../prices/offers.ts';
import { amount } from '../invoices/money.ts';
import type { Money } from '../invoices/types.ts';
import type { PriceList } from '../prices/types.ts';
import { t } from '../words/words.svelte.ts';

export interface Offered {
  capacity: string;
  /** A month, as the list's prices are. */
  month: Money;
  /** More a month than what is reserved now. */
  more?: Money;
}

/** Amperes of all phases; of nothing, none. */
export function ofAll(capacity: string): number {
  const read = breaker(capacity);
  return read ? read.phases * read.amperes : 0;
}

const same = (a: string, b: string) => {
  const [one, other] = [breaker(a), breaker(b)];
  return one && other ? one.phases === other.phases && one.amperes === other.amperes : a === b;
};

/** Each capacity that the list has a monthly price of, but the present one; the
 * smallest first. */
export function offered(list: PriceList | undefined, present: string | undefined): Offered[] {
  const prices = (list?.components ?? []).flatMap((one) =>
    one.capacity && one.per.per === 'month' ? [{ capacity: one.capacity, of: one.price }] : [],
  );
  const currency = list?.currency ?? 'CZK';
  const money = (price: string): Money => ({ currency, minor: Math.round(Number(price) * 100) });
  const now = prices.find(({ capacity }) => present && same(capacity, present));
  return prices
    .filter((one) => one !== now)
    .sort((a, b) => ofAll(a.capacity) - ofAll(b.capacity))
    .map(({ capacity, of }) => {
      const month = money(of);
      const more = now && { ...month, minor: month.minor - money(now.of).minor };
      return { capacity, month, more };
    });
}

/** `412,00 Kč za měsíc bez DPH, o 103,00 Kč více než teď` */
export function priceWords({ month, more }: Offered, list: PriceList): string {
  const vat = list.vat_method === 'from_gross' ? 'yes' : 'no';
  const price = t('wish-capacity-month', { amount: amount(month), vat });
  if (!more || more.minor === 0) return price;
  const by = { ...more, minor: Math.abs(more.minor) };
  const words = more.minor > 0 ? 'wish-capacity-more' : 'wish-capacity-less';
  return `${price}, ${t(words, { amount: amount(by) })}`;
}
