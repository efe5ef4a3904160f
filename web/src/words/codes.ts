// The words of the API's codes.
import type { Problem } from '../api/problem.ts';
import { duration } from './format.ts';
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

/** What a finding on a change says, without its numbers. */
export function findingOf(code: string): string {
  return say(`finding-${code}`) ?? codeWords(code);
}
