// Who reads the pages about money: the customer's people, or an operator, who is
// shown the same and does nothing in the customer's name.
import { router } from '../router/router.svelte.ts';

export const byOperator = (): boolean => router.shown?.route.frame === 'office';
