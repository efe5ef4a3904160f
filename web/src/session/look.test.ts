import { describe, expect, it } from 'vitest';
import { accentIn, contrast, parseColour, type Theme } from './look.ts';

const CARD: Record<Theme, [number, number, number]> = {
  light: [255, 255, 255],
  dark: [27, 32, 36],
};
const ACCENTS = [
  '#0b6b72',
  '#ffd400',
  '#000000',
  '#ffffff',
  '#e2001a',
  '#7fff00',
  '#1b2024',
  '#808080',
];

describe.each(['light', 'dark'] as const)('the shades of any accent in the %s theme', (theme) => {
  it.each(ACCENTS)('can be read: %s', (accent) => {
    const shades = accentIn(theme, parseColour(accent)!);
    expect(contrast(shades.fill, shades.onFill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(shades.hover, shades.onFill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(shades.ink, shades.soft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(shades.ink, CARD[theme])).toBeGreaterThanOrEqual(4.5);
  });
});

describe('a colour', () => {
  it('has six digits', () => {
    expect(parseColour('#0b6b72')).toEqual([11, 107, 114]);
    expect(parseColour('teal')).toBeUndefined();
    expect(parseColour('#fff; background: url(x)')).toBeUndefined();
  });
});
