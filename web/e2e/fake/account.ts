// Who one is, and the data of customers.
import { done, ok, problem, type Routes } from './api.ts';
import { propose } from './changes.ts';

export const routes: Routes = {
  'GET /api/account/office/names': ({ world, query }) => {
    const asked = (query.get('customers') ?? '').split(',');
    const known = asked.filter((id) => world.customers.has(id));
    return ok({
      names: Object.fromEntries(known.map((id) => [id, world.customers.get(id)!.name])),
    });
  },
  'GET /api/account/me': ({ world, user }) => ok(world.users.get(user)!.me),
  'PUT /api/account/me/preferences': ({ world, user, body }) => {
    Object.assign(world.users.get(user)!.me, body);
    return done();
  },
  'GET /api/account/customers/{customer}': ({ world, params }) =>
    ok(world.customers.get(params.customer!)!),
  'GET /api/account/customers/{customer}/supply-points': ({ world, params }) =>
    ok({ supply_points: world.customers.get(params.customer!)!.supply_points, next: null }),
  'GET /api/account/customers/{customer}/supply-points/{point}': ({ world, params }) => {
    const points = world.customers.get(params.customer!)!.supply_points;
    const point = points.find(({ id }) => id === params.point);
    return point ? ok(point) : problem(404, 'not_found');
  },
  'POST /api/account/customers/{customer}/contact': ({ world, params, body }) =>
    propose(world, params.customer!, 'contact', {
      kind: 'contact',
      data: { before: world.customers.get(params.customer!)!.contact, after: body },
    }),
  'POST /api/account/customers/{customer}/mailing-address': ({ world, params, body }) =>
    propose(world, params.customer!, 'mailing_address', {
      kind: 'mailing_address',
      data: {
        before: world.customers.get(params.customer!)!.mailing_address ?? null,
        after: body.address,
      },
    }),
};
