// Amounts, prices and quantities in words.
import type { Day, Decimal } from '../api/types.ts';
import { date, money, number } from '../words/format.ts';
import { language, say, t } from '../words/words.svelte.ts';
import type { BillingUnit, Money, Period, VatRate } from './types.ts';

const NO_BREAK = '\u00a0';
const SIGNS: Partial<Record<BillingUnit, string>> = {
  m3: 'm³',
  kwh: 'kWh',
  mwh: 'MWh',
  gj: 'GJ',
  m2: 'm²',
};

/** `1 234,50 Kč` */
export function amount(of: Money): string {
  return money(of.minor, of.currency);
}

/** Without its sign. */
export function size(of: Money): string {
  return money(Math.abs(of.minor), of.currency);
}

export function minus(of: Money): Money {
  return { ...of, minor: -of.minor };
}

export function less(a: Money, b: Money): Money {
  return { ...a, minor: a.minor - b.minor };
}

/** The sum, in the first one's currency; nothing of none. */
export function sumOf(all: readonly Money[]): Money | undefined {
  const [first] = all;
  return first && { ...first, minor: all.reduce((sum, { minor }) => sum + minor, 0) };
}

/** A price with as many decimals as it has, two at least: `2 374,4150 Kč`. */
export function price(value: Decimal, currency: string): string {
  const places = Math.max(2, value.split('.')[1]?.length ?? 0);
  const format = { style: 'currency', currency, minimumFractionDigits: places } as const;
  const locale = { cs: 'cs-CZ', pl: 'pl-PL', en: 'en-GB' }[language()];
  return new Intl.NumberFormat(locale, { ...format, maximumFractionDigits: places }).format(
    value as Intl.StringNumericLiteral,
  );
}

/** `12 měsíců`, `1 812,5 kWh`. */
export function billed(value: Decimal, unit: BillingUnit): string {
  const sign = SIGNS[unit];
  if (sign) return `${number(value)}${NO_BREAK}${sign}`;
  const words = say(`quantity-${unit}`, { value: number(value), count: Number(value) });
  return words ?? `${number(value)}${NO_BREAK}${unit}`;
}

/** What a price is per: `kWh`, `měsíc`. */
export function per(unit: BillingUnit): string {
  return SIGNS[unit] ?? say(`per-${unit}`) ?? unit;
}

export function vatRate(rate: VatRate): string {
  return rate.category === 'standard'
    ? `${number(rate.percent)}${NO_BREAK}%`
    : t(`vat-${rate.category}`);
}

/** `1. 10. 2024 – 30. 9. 2025` */
export function period(of: Period): string {
  return `${date(of.from)}${NO_BREAK}– ${date(of.to)}`;
}

/** The decimal without zeros that say nothing: `1.000` is `1`. */
export function bare(value: Decimal): Decimal {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}

/** Whole days from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
