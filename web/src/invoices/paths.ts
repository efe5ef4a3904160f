// The addresses of what is about money.
import { customerPath } from '../router/match.ts';

export const documentsPath = (customer: string) => customerPath(customer, 'invoices');
export const documentPath = (customer: string, number: string) =>
  customerPath(customer, 'invoices', number);
export const balancePath = (customer: string) => customerPath(customer, 'balance');
export const payPath = (customer: string, receivables: readonly string[]) =>
  `${customerPath(customer, 'pay')}?${new URLSearchParams({ receivables: receivables.join(',') })}`;
export const settlementsPath = (customer: string, point?: string) =>
  withPoint(customerPath(customer, 'settlements'), point);
export const advancesPath = (customer: string, point?: string) =>
  withPoint(customerPath(customer, 'advances'), point);
export const papersPath = (customer: string, point?: string) =>
  withPoint(customerPath(customer, 'papers'), point);
export const rainwaterPath = (customer: string, point?: string) =>
  withPoint(customerPath(customer, 'rainwater'), point);
export const standingOrderPath = (customer: string, point: string) =>
  customerPath(customer, 'standing-order', point);

function withPoint(path: string, point: string | undefined): string {
  return point ? `${path}?${new URLSearchParams({ point })}` : path;
}
