// What an operator sees of a customer: what the customer is answered.
import { routes as account } from './account.ts';
import { ok, type Routes } from './api.ts';
import { routes as invoices } from './invoices.ts';
import { routes as readings } from './readings.ts';

const SAME = [
  'GET /api/account/customers/{customer}',
  'GET /api/account/customers/{customer}/supply-points',
  'GET /api/readings/customers/{customer}/meters',
  'GET /api/readings/customers/{customer}/meters/{meter}',
  'GET /api/invoices/customers/{customer}/account',
  'GET /api/invoices/customers/{customer}/advances',
  'GET /api/invoices/customers/{customer}/documents',
  'GET /api/invoices/customers/{customer}/documents/{number}',
  'POST /api/invoices/customers/{customer}/documents/{number}/download',
  'GET /api/invoices/customers/{customer}/payments',
];
const own: Routes = { ...account, ...readings, ...invoices };

export const routes: Routes = {
  ...Object.fromEntries(
    SAME.map((route) => [route.replace('/customers/', '/office/customers/'), own[route]!]),
  ),
  'GET /api/auth/office/customers/{customer}/users': () => ok({ users: [] }),
  'GET /api/changes/office/customers/{customer}/changes': ({ world, params }) =>
    ok({
      changes: world.changes.filter(({ customer }) => customer === params.customer),
      next: null,
    }),
};
