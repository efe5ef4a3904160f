// A supply point in words.
import type { Point } from '../api/types.ts';

/** What tells it from its neighbours: its label, or street and number. */
export function pointTitle(point: Point): string {
  return point.label ?? `${point.address.street} ${point.address.number}`;
}
