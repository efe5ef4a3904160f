// The name of the customer whose money a page shows.
import { learn, nameOf } from '../office/names.svelte.ts';
import { myCustomer } from '../session/session.svelte.ts';
import { byOperator } from './reader.ts';

/** Once it is known; of the component that calls this. */
export function whose(customer: string): { readonly name: string | undefined } {
  if (byOperator()) void learn([customer]);
  return {
    get name() {
      return myCustomer(customer)?.name ?? nameOf(customer);
    },
  };
}
