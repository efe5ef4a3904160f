// Dates, numbers and money, as the page's language writes them.
import type { Address, Day, Decimal, Instant, Unit } from '../api/types.ts';
import { config } from '../session/config.svelte.ts';
import { language } from './words.svelte.ts';

const UNITS: Record<Unit, string> = { m3: 'm³', kwh: 'kWh', gj: 'GJ' };
const NO_BREAK = '\u00a0';

/** A locale of Europe, so that English has days before months. */
function locale(): string {
  return { cs: 'cs-CZ', pl: 'pl-PL', en: 'en-GB' }[language()];
}

/** An exact decimal; it keeps the places that it was written with. */
export function number(value: Decimal | number): string {
  const text = String(value);
  const places = text.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(locale(), {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  }).format(text as Intl.StringNumericLiteral);
}

/** A value with its unit: `1 234,5 m³`. */
export function quantity(value: Decimal | number, unit: Unit): string {
  return `${number(value)}${NO_BREAK}${UNITS[unit]}`;
}

/** A difference in percent, with its sign: `+12 %`. */
export function percent(value: number): string {
  const format = { style: 'percent', signDisplay: 'exceptZero' } as const;
  return new Intl.NumberFormat(locale(), format).format(value / 100);
}

export function unitName(unit: Unit): string {
  return UNITS[unit];
}

/** An amount in minor units: 123450 of CZK is `1 234,50 Kč`. */
export function money(minor: number, currency: string = config().currency): string {
  return new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(minor / 100);
}

/** `3. 5. 2026` */
export function date(day: Day): string {
  return civil(day, { day: 'numeric', month: 'numeric', year: 'numeric' });
}

/** `neděle 3. května 2026` */
export function dateInWords(day: Day): string {
  return civil(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** `3. května 2026` */
export function longDate(day: Day): string {
  return civil(day, { day: 'numeric', month: 'long', year: 'numeric' });
}

function civil(day: Day, options: Intl.DateTimeFormatOptions): string {
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return day;
  return new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' }).format(noon);
}

/** Day and time in the utility's time zone. */
export function dateTime(at: Instant): string {
  return instant(at, { dateStyle: 'medium', timeStyle: 'short' });
}

/** The day of an instant in the utility's time zone, for people. */
export function dayOf(at: Instant): string {
  return instant(at, { day: 'numeric', month: 'long', year: 'numeric' });
}

function instant(at: Instant, options: Intl.DateTimeFormatOptions): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  const timeZone = config().time_zone;
  return new Intl.DateTimeFormat(locale(), { ...options, timeZone }).format(time);
}

/** `před 3 dny`, `in 2 hours`. */
export function ago(at: Instant, now: number = Date.now()): string {
  const seconds = (new Date(at).getTime() - now) / 1000;
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60];
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  return format.format(Math.round(seconds / size), unit);
}

/** A length of time, rounded up: `2 minuty`. */
export function duration(seconds: number): string {
  const [value, unit] =
    seconds < 60
      ? [Math.ceil(seconds), 'second']
      : seconds < 3_600
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3_600), 'hour'];
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(
    value,
  );
}

/** Today in the utility's time zone. */
export function today(now: Date = new Date()): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone: config().time_zone }).format(now);
}

/** An address in one line. */
export function address(of: Address): string {
  return `${of.street} ${of.number}, ${of.postcode} ${of.city}`;
}

/** The name of a country in the page's language. */
export function country(code: string): string {
  return new Intl.DisplayNames(locale(), { type: 'region' }).of(code) ?? code;
}

/** What a person typed as a number, as the API wants it: `1 234,5` is `1234.5`;
 * nothing if it isn't a number. */
export function decimalFrom(typed: string): Decimal | undefined {
  const plain = typed.replace(/[\s\u00a0\u202f']/g, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? plain : undefined;
}
