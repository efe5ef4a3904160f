// What a price is for, in words.
import { per } from '../invoices/money.ts';
import { say } from '../words/words.svelte.ts';
import type { Component } from './types.ts';

/** `MWh`, `měsíc`. */
export function perWords(of: Component['per']): string {
  if (of.per === 'consumption') return per(of.unit);
  if (of.per === 'rainwater') return per('m3');
  return per(of.per);
}

/** Through which registers it counts; nothing of a price for all or none. */
export function registersOf({ per: of }: Component): string | undefined {
  const named = of.per === 'consumption' ? of.registers : [];
  const several = named.filter((one) => one !== 'T');
  return several.map((one) => say(`register-${one}`) ?? one).join(', ') || undefined;
}
