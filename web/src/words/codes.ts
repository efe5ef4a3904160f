// The words of the API's codes.
import type { Problem } from '../api/problem.ts';
import type { Finding } from '../api/types.ts';
import { duration, number } from './format.ts';
import { say, t } from './words.svelte.ts';

/** What to tell a person about a problem. */
export function problemWords(problem: Problem): string {
  const after = Number(problem.details.retry_after);
  if (problem.code === 'too_many_attempts' && after > 0) {
    return t('code-too_many_attempts-after', { after: duration(after) });
  }
  return codeWords(problem.code);
}

/** The words of a code; of an unknown one, a sentence that names it. */
export function codeWords(code: string): string {
  return say(`code-${code}`) ?? t('code-unknown', { code });
}

/** What a finding on a reading says. Numbers among its parameters are written as the language does. */
export function findingWords(finding: Finding): string {
  const values: Record<string, string | number> = { register: finding.register ?? '' };
  for (const [name, value] of Object.entries(finding.params ?? {})) {
    values[name] =
      typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? number(value) : value;
  }
  return say(`finding-${finding.code}`, values) ?? t('code-unknown', { code: finding.code });
}
