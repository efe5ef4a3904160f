// What a person typed from a meter, and what the rules say of it, in words.
import type { Finding, Meter, Suggestion, Values } from '../api/types.ts';
import { codeWords } from '../words/codes.ts';
import { date, decimalFrom, number, quantity } from '../words/format.ts';
import { say, t } from '../words/words.svelte.ts';

/** The typed states as the API wants them; nothing while one is no number. */
export function valuesFrom(typed: Record<string, string>, meter: Meter): Values | undefined {
  const values: Values = {};
  for (const { code } of meter.registers) {
    const value = decimalFrom(typed[code] ?? '');
    if (value === undefined) return undefined;
    values[code] = value;
  }
  return values;
}

/** What is wrong with one typed state before anything is asked, in words. */
export function misfit(text: string, digits: number, decimals: number): string | undefined {
  const value = decimalFrom(text);
  if (value === undefined) return t('form-number');
  const [whole = '', places = ''] = value.split('.');
  if (whole.replace(/^0+(?=\d)/, '').length > digits) return t('claim-digits', { digits });
  if (places.length > decimals) return t('claim-decimals', { decimals });
  return undefined;
}

/** A finding in words, with its numbers. */
export function claimWords(finding: Finding, meter: Meter): string {
  const { reason = '', ...params } = finding.params ?? {};
  const unit =
    meter.registers.find(({ code }) => code === finding.register)?.unit ?? meter.registers[0]!.unit;
  const values: Record<string, string> = { register: registerName(finding.register, meter) };
  for (const [name, value] of Object.entries(params)) {
    values[name] = written(name, String(value), unit);
  }
  return (
    say(`claim-${finding.code}-${String(reason)}`, values) ??
    say(`finding-${finding.code}`, values) ??
    codeWords(finding.code)
  );
}

const AMOUNTS = new Set(['used', 'expected', 'capacity', 'before', 'after', 'estimate']);

function written(name: string, value: string, unit: Meter['registers'][number]['unit']): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return date(value);
  if (AMOUNTS.has(name)) return quantity(value, unit);
  return /^-?\d+(\.\d+)?$/.test(value) && name !== 'serial' ? number(value) : value;
}

function registerName(code: string | null | undefined, meter: Meter): string {
  if (!code || meter.registers.length < 2) return '';
  return `${say(`register-${code}`) ?? code}:`;
}

/** What a suggestion offers, in words. */
export function suggestionWords(suggestion: Suggestion, meter: Meter): string {
  const values = meter.registers
    .flatMap(({ code }) => {
      const value = suggestion.values?.[code];
      if (value === undefined) return [];
      return meter.registers.length > 1 ? `${code} ${number(value)}` : number(value);
    })
    .join(', ');
  return say(`suggest-${suggestion.code}`, { values }) ?? values;
}

/** States as a form shows them: with the language's decimal mark, ungrouped. */
export function typedFrom(values: Values): Record<string, string> {
  const mark = number('0.5').includes(',') ? ',' : '.';
  return Object.fromEntries(
    Object.entries(values).map(([code, value]) => [code, value.replace('.', mark)]),
  );
}
