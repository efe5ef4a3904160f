// A meter of a running portal, and what its customer would read today.
import type { Person } from './world.ts';

interface Register {
  code: string;
  decimals: number;
  digits: number;
  multiplier: string;
}
interface Meter {
  id: string;
  serial: string;
  medium: string;
  registers: Register[];
  may_send: { allowed: boolean };
}
interface Reading {
  read_on: string;
  values: Record<string, string>;
  per_day: Record<string, string>;
}

export interface Dial {
  customer: string;
  meter: Meter;
  /** What a person would type, in plain digits. */
  values: Record<string, string>;
}

/** The day, where the utility is. */
export const today = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Prague' }).format(new Date());

/** A meter that goes on as it went, of those that `fits` and that may be read. */
export async function dialOf(
  person: Person,
  customer: string,
  fits: (meter: Meter) => boolean = () => true,
): Promise<Dial> {
  const path = `/api/readings/customers/${customer}/meters`;
  const { meters } = await person.api.get<{ meters: Meter[] }>(path);
  const meter = meters.find((one) => one.may_send.allowed && fits(one));
  if (!meter) throw new Error(`${customer} has no such meter`);
  const { readings } = await person.api.get<{ readings: Reading[] }>(`${path}/${meter.id}`);
  // An earlier run may have left a reading of today: one goes on from before it.
  const last = readings.find((reading) => reading.read_on < today())!;
  const days = (Date.parse(today()) - Date.parse(last.read_on)) / 86_400_000;
  const values: Record<string, string> = {};
  for (const { code, decimals, digits, multiplier } of meter.registers) {
    const pace = readings.find((reading) => Number(reading.per_day[code]) > 0)?.per_day[code];
    const used = (Number(pace ?? '0.1') * days) / Number(multiplier);
    values[code] = ((Number(last.values[code]) + used) % 10 ** digits).toFixed(decimals);
  }
  return { customer, meter, values };
}
