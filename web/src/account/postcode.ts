// Postcodes, written as each country writes them.
import type { Country } from '../api/types.ts';

/** `11000` is `110 00` in the Czech Republic and `00110` is `00-110` in Poland;
 * nothing if it can't be one. */
export function postcodeOf(typed: string, country: Country): string | undefined {
  const digits = typed.replace(/[\s-]/g, '');
  if (country === 'AT') return /^\d{4}$/.test(digits) ? digits : undefined;
  if (!/^\d{5}$/.test(digits)) return undefined;
  if (country === 'PL') return `${digits.slice(0, 2)}-${digits.slice(2)}`;
  return country === 'DE' ? digits : `${digits.slice(0, 3)} ${digits.slice(3)}`;
}
