// The addresses of what is about money.
import { customerPath } from '../router/match.ts';
import { byOperator } from './reader.ts';

/** A page of the customer; for an operator, the office's page of the same. */
export function moneyPath(customer: string, ...parts: string[]): string {
  const own = customerPath(customer, ...parts);
  return byOperator() ? own.replace('/c/', '/office/customers/') : own;
}

export const documentsPath = (customer: string) => moneyPath(customer, 'invoices');
export const documentPath = (customer: string, number: string) =>
  moneyPath(customer, 'invoices', number);
export const meterPath = (customer: string, meter: string) => moneyPath(customer, 'meters', meter);
export const balancePath = (customer: string) => moneyPath(customer, 'balance');
export const payPath = (customer: string, receivables: readonly string[]) =>
  `${customerPath(customer, 'pay')}?${new URLSearchParams({ receivables: receivables.join(',') })}`;
export const settlementsPath = (customer: string, point?: string) =>
  withPoint(customerPath(customer, 'settlements'), point);
export const advancesPath = (customer: string, point?: string) =>
  withPoint(moneyPath(customer, 'advances'), point);
export const papersPath = (customer: string, point?: string) =>
  withPoint(customerPath(customer, 'papers'), point);
export const rainwaterPath = (customer: string, point?: string) =>
  withPoint(customerPath(customer, 'rainwater'), point);
export const standingOrderPath = (customer: string, point: string) =>
  customerPath(customer, 'standing-order', point);

function withPoint(path: string, point: string | undefined): string {
  return point ? `${path}?${new URLSearchParams({ point })}` : path;
}
