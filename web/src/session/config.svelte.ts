// The utility that this portal belongs to: its name, look, languages and contact.
import { fetchConfig } from '../api/client.ts';
import type { Country, Language, Medium } from '../api/types.ts';

export interface Utility {
  name: string;
  country: Country;
  time_zone: string;
  currency: string;
  languages: Language[];
  media: Medium[];
  /** `#rrggbb` */
  accent?: string;
  /** An address of a picture on this origin. */
  logo?: string;
  contact: { email?: string; phone?: string; web?: string };
}

const UNKNOWN: Utility = {
  name: '',
  country: 'CZ',
  time_zone: 'Europe/Prague',
  currency: 'CZK',
  languages: ['cs', 'pl', 'en'],
  media: [],
  contact: {},
};

let known = $state.raw<Utility>(UNKNOWN);

export function config(): Utility {
  return known;
}

/** Reads the configuration; without one the portal works, unnamed. */
export async function loadConfig(): Promise<Utility> {
  try {
    known = { ...UNKNOWN, ...((await fetchConfig()) as Partial<Utility>) };
  } catch (thrown) {
    console.error('no configuration', thrown);
  }
  return known;
}

/** For tests. */
export function useConfig(utility: Partial<Utility>): void {
  known = { ...UNKNOWN, ...utility };
}
