// What a customer wished about money: each kind as billing is promised it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../../src/api/types.ts';

const EVENTS = join(import.meta.dirname, '../../../events/billing');

export const WISHES = [
  'payment_method',
  'advance',
  'refund',
  'instalments',
  'reserved_capacity',
  'rainwater',
  'e_invoice',
] as const;

type Approved = { kind: string; data: unknown; proposed_at: string; findings: string[] };

/** `CH-advance` and the others, which wait for the operator. */
export function wishes(customer: string): Change[] {
  return WISHES.map((kind) => {
    const file = `command-change-approved-${kind.replaceAll('_', '-')}.json`;
    const { body } = JSON.parse(readFileSync(join(EVENTS, file), 'utf8')) as { body: Approved };
    return {
      id: `CH-${kind}`,
      customer,
      subject: kind,
      state: 'proposed',
      kind: body.kind,
      data: body.data,
      proposed_at: body.proposed_at,
      late: false,
      risk: body.findings.length > 0 ? 5 : 1,
      findings: body.findings,
      history: [{ state: 'proposed', at: body.proposed_at, by: 'customer' }],
      version: 1,
    } as unknown as Change;
  });
}
