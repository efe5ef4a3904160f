// The utility's accent and the reader's theme, as CSS custom properties. Every
// shade is made so that its text can be read (WCAG 1.4.3).

type Rgb = readonly [number, number, number];
export type Theme = 'light' | 'dark';
export type ThemeChoice = Theme | 'auto';

const PAPER: Record<Theme, Rgb> = { light: [246, 245, 241], dark: [20, 24, 27] };
const CARD: Record<Theme, Rgb> = { light: [255, 255, 255], dark: [27, 32, 36] };
const WHITE: Rgb = [255, 255, 255];
const INK: Rgb = [15, 22, 25];
/** Of small text on its ground, with a little to spare. */
const READABLE = 4.7;

export function parseColour(hex: string): Rgb | undefined {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!found) return undefined;
  return [1, 2, 3].map((i) => parseInt(found[i]!, 16)) as unknown as Rgb;
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return a.map((part, i) => Math.round(part + (b[i]! - part) * share)) as unknown as Rgb;
}

/** The colour, moved towards `end` until it can be read on each of `grounds`. */
function readableOn(colour: Rgb, grounds: Rgb[], end: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const shade = mix(colour, end, share);
    if (grounds.every((ground) => contrast(shade, ground) >= READABLE)) return shade;
  }
  return end;
}

export interface Accent {
  fill: Rgb;
  onFill: Rgb;
  hover: Rgb;
  ink: Rgb;
  soft: Rgb;
}

/** The shades of an accent in a theme. */
export function accentIn(theme: Theme, accent: Rgb): Accent {
  const paper = PAPER[theme];
  const soft = mix(accent, paper, theme === 'light' ? 0.88 : 0.8);
  const end = theme === 'light' ? INK : WHITE;
  // A fill must stand out from the paper (WCAG 1.4.11), and carry its text.
  const fill = contrast(accent, paper) >= 3 ? accent : mixUntilSeen(accent, paper, end);
  const onFill = contrast(WHITE, fill) >= contrast(INK, fill) ? WHITE : INK;
  const deep = readableOn(fill, [onFill], onFill === WHITE ? INK : WHITE);
  return {
    fill: deep,
    onFill,
    hover: mix(deep, onFill === WHITE ? INK : WHITE, 0.18),
    ink: readableOn(accent, [soft, paper, CARD[theme]], end),
    soft,
  };
}

function mixUntilSeen(accent: Rgb, paper: Rgb, end: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const shade = mix(accent, end, share);
    if (contrast(shade, paper) >= 3) return shade;
  }
  return end;
}

const DEFAULT: Rgb = [11, 107, 114];
const STORED = 'theme';
const dark = () => matchMedia('(prefers-color-scheme: dark)');

let accent: Rgb = DEFAULT;

/** Takes the utility's accent on. */
export function wear(hex: string | undefined): void {
  accent = (hex && parseColour(hex)) || DEFAULT;
  paint();
}

/** What the reader chose on this device. */
export function chosenTheme(): ThemeChoice {
  try {
    const kept = localStorage.getItem(STORED);
    return kept === 'light' || kept === 'dark' ? kept : 'auto';
  } catch {
    return 'auto';
  }
}

export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(STORED, choice);
  } catch {
    // Storage is switched off: the device's own choice stays.
  }
  paint();
}

/** Follows the device's theme from now on. */
export function followDevice(): void {
  dark().addEventListener('change', paint);
}

function paint(): void {
  const choice = chosenTheme();
  const theme: Theme = choice === 'auto' ? (dark().matches ? 'dark' : 'light') : choice;
  const root = document.documentElement;
  root.dataset.theme = theme;
  const shades = accentIn(theme, accent);
  const set = (name: string, [r, g, b]: Rgb) => root.style.setProperty(name, `rgb(${r} ${g} ${b})`);
  set('--accent', shades.fill);
  set('--on-accent', shades.onFill);
  set('--accent-hover', shades.hover);
  set('--accent-ink', shades.ink);
  set('--accent-soft', shades.soft);
}
