// Rainwater that drains from surfaces: Q [m³ a year] = Σ (area · coefficient) ·
// rainfall (CZ: decree 428/2001, § 31 and annex 16). Counted in whole numbers.
import type { Decimal } from '../api/types.ts';
import type { Money, Surface } from '../invoices/types.ts';
import { decimalFrom } from '../words/format.ts';
import { language } from '../words/words.svelte.ts';

export type SurfaceClass = Surface['class'];

/** Share of the rain that drains from a class, in hundredths, since 1 July 2022. */
const COEFFICIENTS: Record<SurfaceClass, number> = {
  impermeable: 90,
  permeable: 40,
  green_roof_thin: 60,
  green_roof_medium: 30,
  green_roof_thick: 10,
  vegetation: 5,
};
export const CLASSES = Object.keys(COEFFICIENTS) as SurfaceClass[];
/** What a paved surface or a roof may be made into. */
export const GREEN = ['vegetation', 'permeable', 'green_roof_medium'] as const;

/** A surface as it is typed. */
export interface Typed {
  class: SurfaceClass;
  name: string;
  area: string;
}

/** A decimal as one would type it: without marks between its thousands. */
export function typedOf(value: Decimal): string {
  return language() === 'en' ? value : value.replace('.', ',');
}

/** Hundredths of m²; nothing of what isn't an area. */
export function areaOf(typed: string): number | undefined {
  const text = decimalFrom(typed);
  if (!text || (text.split('.')[1]?.length ?? 0) > 2) return undefined;
  const hundredths = Math.round(Number(text) * 100);
  return hundredths > 0 && hundredths <= 100_000_000 ? hundredths : undefined;
}

/** m³ a year with two decimals, rounded half up; what isn't an area yet counts
 * nothing. `rainfall` is in metres a year. */
export function yearlyQuantity(surfaces: readonly Typed[], rainfall: Decimal): string {
  // m² in hundredths × hundredths: ten-thousandths.
  const reduced = surfaces.reduce(
    (sum, one) => sum + BigInt(areaOf(one.area) ?? 0) * BigInt(COEFFICIENTS[one.class]),
    0n,
  );
  const [whole, places = ''] = rainfall.split('.') as [string, string?];
  const metres = BigInt(whole + places);
  const scale = 10n ** BigInt(places.length);
  const hundredths = (reduced * metres * 2n + 100n * scale) / (200n * scale);
  const digits = hundredths.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What a quantity costs, if the declared one costs `amount`; an estimate. */
export function costOf(quantity: string, declared: Decimal, amount: Money): Money | undefined {
  const before = Number(declared);
  if (!(before > 0)) return undefined;
  return { ...amount, minor: Math.round((amount.minor * Number(quantity)) / before) };
}

/** The surfaces after `area` m² of one have become green: what is left of it,
 * and the new one. */
export function greened(
  surfaces: readonly Typed[],
  index: number,
  area: number,
  into: SurfaceClass,
): Typed[] {
  const from = surfaces[index];
  const whole = from && areaOf(from.area);
  if (!from || !whole) return [...surfaces];
  const part = Math.min(Math.round(area * 100), whole);
  const metres = (hundredths: number) => typedOf(String(hundredths / 100));
  const rest = whole - part;
  return surfaces.flatMap((one, i) => {
    if (i !== index) return [one];
    const made = { class: into, name: from.name, area: metres(part) };
    return rest > 0 ? [{ ...from, area: metres(rest) }, made] : [made];
  });
}
