// Where a person begins after signing in.
import type { Me } from '../api/types.ts';
import { customerPath } from '../router/match.ts';

export function startOf(me: Me): string {
  if (me.staff) return '/office';
  const [only, ...others] = me.customers;
  return only && others.length === 0 ? customerPath(only.id) : '/customers';
}
