// What the portal says, in the reader's language: Fluent messages, loaded by
// language and by part.
import { FluentBundle, type FluentVariable } from '@fluent/bundle';
import type { Language } from '../api/types.ts';
import type { Messages } from './messages.d.ts';

export const LANGUAGES: readonly Language[] = ['cs', 'pl', 'en'];

/** Each in itself, so that who reads nothing else finds it. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  cs: 'Čeština',
  pl: 'Polski',
  en: 'English',
};

/** A part is loaded when a page needs it: `web` and then `codes` with every page. */
export type Part =
  | 'web'
  | 'codes'
  | 'auth'
  | 'account'
  | 'help'
  | 'readings'
  | 'requests'
  | 'invoices'
  | 'prices'
  | 'wishes'
  | 'office';

type Entry = FluentBundle['addResource'] extends (resource: infer R, ...rest: never[]) => unknown
  ? R extends { body: infer B }
    ? B
    : never
  : never;

const catalogues = import.meta.glob<Entry>(
  '../../../words/*/{web,codes,auth,account,help,readings,requests,invoices,prices,wishes,office}.ftl',
  { import: 'default' },
);
/** The office shows readings and customers' data, too. */
const FILES: Partial<Record<Part, readonly Part[]>> = {
  prices: ['prices', 'invoices'],
  wishes: ['wishes', 'invoices'],
  office: ['office', 'readings', 'account', 'requests'],
};

const loaded = new Set<Part>();
const said = $state<{ language: Language; bundle: FluentBundle }>({
  language: 'cs',
  bundle: new FluentBundle('cs'),
});

/** The language that the page is in. */
export function language(): Language {
  return said.language;
}

let wanted: Language = 'cs';
let latest = Promise.resolve();
let run = 0;

/** Speaks `language` from now on, with every part that was loaded before. */
export function speak(language: Language): Promise<void> {
  loaded.add('web');
  wanted = language;
  return (latest = rebuild());
}

/** Makes sure that a part's words are there. */
export function withPart(part: Part): Promise<void> {
  if (loaded.has(part)) return latest;
  loaded.add(part);
  return speak(wanted);
}

async function rebuild(): Promise<void> {
  const mine = ++run;
  const language = wanted;
  const bundle = await bundleOf(language, [...loaded]);
  // Asked again meanwhile: that answer has more.
  if (mine !== run) return latest;
  said.bundle = bundle;
  said.language = language;
  document.documentElement.lang = language;
}

async function bundleOf(language: Language, parts: readonly Part[]): Promise<FluentBundle> {
  const bundle = new FluentBundle(language, { useIsolating: false });
  const files = new Set(parts.flatMap((part) => FILES[part] ?? [part]));
  const bodies = await Promise.all(
    [...files].map((file) => catalogues[`../../../words/${language}/${file}.ftl`]!()),
  );
  for (const body of bodies) bundle.addResource({ body });
  return bundle;
}

type ArgumentsOf<K extends keyof Messages> = Messages[K] extends null ? [] : [Messages[K]];

/** The words of a message: `t('home-title')`, `t('points-count', { count: 3 })`. */
export function t<K extends keyof Messages>(key: K, ...[values]: ArgumentsOf<K>): string {
  return say(key, values as Record<string, FluentVariable> | undefined) ?? key;
}

/** The words of a message whose name is known only at run time, if it has any. */
export function say(
  key: string,
  values?: Record<string, FluentVariable> | null,
): string | undefined {
  const message = said.bundle.getMessage(key);
  if (!message?.value) return undefined;
  // With a list for errors a missing value shows as its name, and nothing throws.
  const errors: Error[] = [];
  return said.bundle.formatPattern(message.value, values ?? null, errors);
}

/** The first language of the browser that the utility offers. */
export function preferred(offered: readonly Language[]): Language {
  const kept = remembered();
  if (kept && offered.includes(kept)) return kept;
  const wished = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  const found = wished
    .map((tag) => (tag === 'sk' ? 'cs' : tag))
    .find((tag) => offers(offered, tag));
  return (found as Language | undefined) ?? offered[0] ?? 'cs';
}

function offers(offered: readonly Language[], tag: string): boolean {
  return (offered as readonly string[]).includes(tag);
}

const STORED = 'language';

/** Remembers a choice on this device, for the pages before signing in. */
export function remember(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}

function remembered(): Language | undefined {
  try {
    return LANGUAGES.find((l) => l === localStorage.getItem(STORED));
  } catch {
    return undefined;
  }
}
