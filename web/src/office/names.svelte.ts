// The names behind customer numbers, asked for once in a visit.
import { call } from '../api/client.ts';
import { session } from '../session/session.svelte.ts';

const known = $state<Record<string, string>>({});

/** The name of a customer, once it is known. */
export function nameOf(customer: string): string | undefined {
  return known[customer];
}

/** Makes the names of `customers` known; an operator who may not read customers sees numbers. */
export async function learn(customers: readonly string[]): Promise<void> {
  if (!session.me?.permissions.includes('customers_read')) return;
  const wanted = [...new Set(customers)].filter((customer) => !(customer in known));
  for (let at = 0; at < wanted.length; at += 50) {
    const ids = wanted.slice(at, at + 50).join(',');
    try {
      const { names } = await call('GET /api/account/office/names', { query: { customers: ids } });
      Object.assign(known, names);
    } catch {
      // Without names the list still works, by numbers.
      return;
    }
  }
}
