import { describe, expect, it } from 'vitest';
import { customerPath, isOwnPath, match } from './match.ts';

describe('an address and a pattern', () => {
  it('fit part by part', () => {
    expect(match('/c/:customer', '/c/C-1')).toEqual({ customer: 'C-1' });
    expect(match('/c/:customer/meters/:meter', '/c/C-1/meters/M-2/')).toEqual({
      customer: 'C-1',
      meter: 'M-2',
    });
    expect(match('/', '/')).toEqual({});
  });

  it('do not fit when one has more', () => {
    expect(match('/c/:customer', '/c/C-1/profile')).toBeUndefined();
    expect(match('/c/:customer', '/c')).toBeUndefined();
  });

  it('keep what was encoded in one part', () => {
    expect(match('/c/:customer', '/c/C%2F1')).toEqual({ customer: 'C/1' });
    expect(customerPath('C/1', 'requests')).toBe('/c/C%2F1/requests');
  });

  it('do not fit when it is badly encoded', () => {
    expect(match('/c/:customer', '/c/%E0%A4%A')).toBeUndefined();
  });
});

describe('the page to go to after signing in', () => {
  it('is a path of this portal', () => {
    expect(isOwnPath('/c/C-1/requests?x=1')).toBe(true);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'https://evil.example/',
    '/ok\\..\\x',
    '/\t/evil.example',
    '',
    null,
  ])('is never %j', (path) => {
    expect(isOwnPath(path)).toBe(false);
  });
});
