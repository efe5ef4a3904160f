// Meters and their readings.
import { ok, problem, type Routes } from './api.ts';

export const routes: Routes = {
  'GET /api/readings/customers/{customer}/meters': ({ world, params, query }) => {
    const point = query.get('supply_point');
    const meters = world.meters.get(params.customer!) ?? [];
    return ok({ meters: meters.filter((m) => !point || m.supply_point === point), next: null });
  },
  'GET /api/readings/customers/{customer}/meters/{meter}': ({ world, params }) => {
    const meter = world.meters.get(params.customer!)?.find(({ id }) => id === params.meter);
    if (!meter) return problem(404, 'not_found');
    return ok({ meter, readings: world.readings.get(meter.id) ?? [], next: null });
  },
};
