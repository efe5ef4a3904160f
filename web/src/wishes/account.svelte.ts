// The contract account, as the forms about it need it.
import { call } from '../api/client.ts';
import { resource, type Resource } from '../session/resource.svelte.ts';
import type { AccountState } from '../invoices/types.ts';

/** Of the component that calls this; `first` is told of the first answer. */
export function accountOf(
  customer: string,
  first: (account: AccountState) => void,
): Resource<AccountState> {
  return resource(async (signal) => {
    const path = { customer };
    const found = await call('GET /api/invoices/customers/{customer}/account', { path, signal });
    first(found);
    return found;
  });
}
