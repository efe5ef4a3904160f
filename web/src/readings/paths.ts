// The addresses of readings.
import { customerPath } from '../router/match.ts';

export const meterPath = (customer: string, meter: string) =>
  customerPath(customer, 'meters', meter);

export const sendPath = (customer: string, meter: string) =>
  customerPath(customer, 'meters', meter, 'send');
