// The names of a customer's supply points, which invoices know by number.
import { call } from '../api/client.ts';
import { pointTitle } from '../account/point.ts';
import type { Point } from '../api/types.ts';
import { resource } from '../session/resource.svelte.ts';
import { byOperator } from './reader.ts';

export interface PointNames {
  readonly all: Point[];
  /** Its name; until it is known, its number. */
  name: (point: string) => string;
}

/** Of the component that calls this. */
export function pointNames(customer: string): PointNames {
  const route = byOperator()
    ? 'GET /api/account/office/customers/{customer}/supply-points'
    : 'GET /api/account/customers/{customer}/supply-points';
  const found = resource(
    async (signal) => (await call(route, { path: { customer }, signal })).supply_points,
    `points of ${customer}`,
  );
  return {
    get all() {
      return found.data ?? [];
    },
    name(point) {
      const known = found.data?.find(({ id }) => id === point);
      return known ? pointTitle(known) : point;
    },
  };
}
