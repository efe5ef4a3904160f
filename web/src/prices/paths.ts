// The addresses of what is about prices.
import type { Medium } from '../api/types.ts';
import { customerPath } from '../router/match.ts';

export const CALCULATOR = '/prices';
export const priceListsPath = (medium: Medium, product?: string) =>
  `/prices/lists?${new URLSearchParams({ medium, ...(product && { product }) })}`;
export const comparisonPath = (customer: string, point?: string) => {
  const path = customerPath(customer, 'comparison');
  return point ? `${path}?${new URLSearchParams({ point })}` : path;
};
