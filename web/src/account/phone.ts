// Phone numbers in the international form that the API wants.

const PREFIX: Record<string, string> = { CZ: '420', SK: '421', PL: '48', DE: '49', AT: '43' };

/** `601 123 456` is `+420601123456` in the Czech Republic; nothing if it can't be a number. */
export function internationalPhone(typed: string, country: string): string | undefined {
  const plain = typed.replace(/[\s().\-/\u00a0]/g, '').replace(/^00/, '+');
  if (/^\+[1-9]\d{7,14}$/.test(plain)) return plain;
  const prefix = PREFIX[country];
  return prefix && /^\d{9}$/.test(plain) ? `+${prefix}${plain}` : undefined;
}

/** `+420601123456` as people write it: `+420 601 123 456`. */
export function phoneForPeople(phone: string): string {
  const [, prefix, rest] = /^\+(42[01]|48)(\d{9})$/.exec(phone) ?? [];
  if (!prefix || !rest) return phone;
  return `+${prefix}\u00a0${rest.match(/\d{3}/g)!.join('\u00a0')}`;
}
