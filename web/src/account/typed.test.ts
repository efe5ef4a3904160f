import { describe, expect, it } from 'vitest';
import { internationalPhone, phoneForPeople } from './phone.ts';
import { postcodeOf } from './postcode.ts';

describe('a phone number', () => {
  it('becomes international', () => {
    expect(internationalPhone('601 123 456', 'CZ')).toBe('+420601123456');
    expect(internationalPhone('601-123-456', 'PL')).toBe('+48601123456');
    expect(internationalPhone('00420 601 123 456', 'PL')).toBe('+420601123456');
    expect(internationalPhone('+43 1 234 5678', 'CZ')).toBe('+4312345678');
  });

  it('is shown in groups', () => {
    expect(phoneForPeople('+420601123456')).toBe('+420\u00a0601\u00a0123\u00a0456');
    expect(phoneForPeople('+4312345678')).toBe('+4312345678');
  });

  it('is refused when it can be none', () => {
    for (const bad of ['', '12345', '+0601123456', 'sixty', '+4206011234567890']) {
      expect(internationalPhone(bad, 'CZ'), bad).toBeUndefined();
    }
  });
});

describe('a postcode', () => {
  it('is written as its country writes it', () => {
    expect(postcodeOf('11000', 'CZ')).toBe('110 00');
    expect(postcodeOf('00 110', 'PL')).toBe('00-110');
    expect(postcodeOf('10115', 'DE')).toBe('10115');
    expect(postcodeOf('1010', 'AT')).toBe('1010');
    expect(postcodeOf('1100', 'CZ')).toBeUndefined();
  });
});
