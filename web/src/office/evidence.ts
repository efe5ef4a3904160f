// What an operator needs to decide a reading: the shape that the readings
// feature gives its changes.
import type {
  Change,
  Day,
  Decimal,
  Finding,
  Medium,
  ReadingKind,
  Suggestion,
  Unit,
  Values,
} from '../api/types.ts';

export interface ReadingEvidence {
  verdict: string;
  findings: Finding[];
  suggestions: Suggestion[];
  confirmed: string[];
  serial?: string;
  consumption: Values;
  per_day: Values;
  days: number;
  before: { read_on: Day; values: Values };
  reference: Record<
    string,
    { per_day: Decimal; basis: 'season' | 'year' | 'predecessor' | 'class' }
  >;
  rolled_over: string[];
  meter: { serial: string; medium: Medium; registers: { code: string; unit: Unit }[] };
  recent: {
    read_on: Day;
    kind: ReadingKind;
    values: Values;
    consumption: Values;
    per_day: Values;
    days?: number;
    invoice?: string;
  }[];
}

/** The evidence of a reading, if this is one. */
export function evidenceOf(change: Change): ReadingEvidence | undefined {
  if (change.kind !== 'reading' || !change.evidence?.meter) return undefined;
  return change.evidence as unknown as ReadingEvidence;
}

/** How closely to look, as a word for the eye: 0 to 9. */
export function riskTone(risk: number): 'plain' | 'warn' | 'bad' {
  if (risk >= 7) return 'bad';
  return risk >= 3 ? 'warn' : 'plain';
}

/** By how many percent the reading's pace differs from what was expected. */
export function off(evidence: ReadingEvidence, code: string): number | undefined {
  const expected = Number(evidence.reference[code]?.per_day);
  const claimed = Number(evidence.per_day[code]);
  if (!Number.isFinite(expected) || !Number.isFinite(claimed) || expected <= 0) return undefined;
  return Math.round((claimed / expected - 1) * 100);
}
