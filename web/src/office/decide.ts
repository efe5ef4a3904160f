// Deciding changes: what is sent, and what came of it in words.
import { call } from '../api/client.ts';
import type { Change, Decided } from '../api/types.ts';
import { say } from '../words/words.svelte.ts';

export type Word = 'approve' | 'reject';

/** Decides `changes` as they were seen. */
export async function decide(
  word: Word,
  changes: readonly Change[],
  reason: string,
): Promise<Decided[]> {
  const text = reason.trim();
  const { results } = await call('POST /api/changes/office/decisions', {
    body: {
      decision: word,
      ...(text && { reason: text }),
      changes: changes.map(({ customer, id, version }) => ({ customer, id, version })),
    },
  });
  return results;
}

/** How many went which way: `Schváleno: 3. Mezitím rozhodnuto: 1.` */
export function summary(results: readonly Decided[], word: Word): string {
  const counts = new Map<string, number>();
  for (const { result } of results) {
    const key = result === 'decided' ? `decided-${word}` : `decided-${result}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => say(key, { count }) ?? key).join(' ');
}
