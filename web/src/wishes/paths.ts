// The addresses of forms about money.
import { customerPath } from '../router/match.ts';

const to = (customer: string, ...parts: string[]) => customerPath(customer, 'wishes', ...parts);

export const methodPath = (customer: string) => to(customer, 'payment-method');
export const refundPath = (customer: string) => to(customer, 'refund');
export const instalmentsPath = (customer: string) => to(customer, 'instalments');
export const eInvoicePath = (customer: string) => to(customer, 'e-invoice');
export const advancePath = (customer: string, point: string) => to(customer, 'advance', point);
export const capacityPath = (customer: string, point: string) => to(customer, 'capacity', point);
export const surfacesPath = (customer: string, point: string) => to(customer, 'surfaces', point);
