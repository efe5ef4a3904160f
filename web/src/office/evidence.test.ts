import { describe, expect, it } from 'vitest';
import { off, riskTone, type ReadingEvidence } from './evidence.ts';

function evidence(claimed: string, expected: string): ReadingEvidence {
  const reference = { T: { per_day: expected, basis: 'season' as const } };
  return { per_day: { T: claimed }, reference } as unknown as ReadingEvidence;
}

describe('evidence', () => {
  it('says by how much a reading differs from what was expected', () => {
    expect(off(evidence('0.3', '0.2'), 'T')).toBe(50);
    expect(off(evidence('0.1', '0.2'), 'T')).toBe(-50);
  });

  it('says nothing where nothing was expected', () => {
    expect(off(evidence('0.3', '0'), 'T')).toBeUndefined();
    expect(off(evidence('0.3', '0.2'), 'NT')).toBeUndefined();
  });

  it('shows high risk as such', () => {
    expect([0, 3, 9].map(riskTone)).toEqual(['plain', 'warn', 'bad']);
  });
});
