// A fake of the API, in memory, with invented data. A world of its own for each
// value of the cookie `world`, so that tests do not meet.
import type { IncomingHttpHeaders } from 'node:http';
import { routes as account } from './account.ts';
import { routes as auth } from './auth.ts';
import { routes as changes } from './changes.ts';
import { routes as invoices } from './invoices.ts';
import { routes as office } from './office.ts';
import { routes as prices } from './prices.ts';
import { routes as readings } from './readings.ts';
import { routes as proposals } from './proposals.ts';
import { CONFIG, makeWorld, type World } from './world.ts';

export interface Asked {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: unknown;
}

export interface Given {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** What a route gets. */
export interface Call {
  world: World;
  /** Of the signed-in user; empty: nobody. */
  user: string;
  params: Record<string, string>;
  query: URLSearchParams;
  // The fake trusts what the client's types promise.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

/** What a route answers: a status with a body, or a body alone (200). */
export type Reply = { status: number; body?: unknown; headers?: Record<string, string> };
export type Routes = Record<string, (call: Call) => Reply>;

export const ok = (body: unknown, status = 200): Reply => ({ status, body });
export const done = (headers?: Record<string, string>): Reply => ({ status: 204, headers });
export const problem = (status: number, code: string, more: object = {}): Reply => ({
  status,
  body: { type: 'about:blank', title: code, status, code, ...more },
  headers: { 'content-type': 'application/problem+json' },
});

const ROUTES: Routes = {
  ...auth,
  ...account,
  ...readings,
  ...changes,
  ...invoices,
  ...office,
  ...prices,
  ...proposals,
};
const worlds = new Map<string, World>();

export async function answer(asked: Asked): Promise<Given> {
  const { method, url, headers } = asked;
  const cookies = new Map(
    (headers.cookie ?? '').split(/; */).map((c) => c.split('=') as [string, string]),
  );
  const name = cookies.get('world') ?? 'shared';
  const world = worlds.get(name) ?? makeWorld();
  worlds.set(name, world);

  if (url.pathname === '/config.json') return given(ok({ ...CONFIG, ...world.config }));
  if (world.broken && url.pathname !== '/api/auth/fake') return given(problem(503, 'unavailable'));
  if (url.pathname === '/api/fake/file') return file(url.searchParams.get('name') ?? '');
  if (method !== 'GET' && headers['x-meterside'] !== '1') return given(problem(403, 'cross_site'));

  for (const [route, handle] of Object.entries(ROUTES)) {
    const [wanted, template] = route.split(' ') as [string, string];
    const params = wanted === method ? fit(template, url.pathname) : undefined;
    if (!params) continue;
    const user = world.sessionUser(cookies.get('session'));
    const open =
      template.startsWith('/api/invoices/prices') ||
      (template.startsWith('/api/auth/') && !isGuarded(template));
    if (!user && !open) return given(problem(401, 'signed_out'));
    if (template.includes('/office/') && !world.users.get(user)?.totp) {
      return given(problem(403, 'second_factor_required'));
    }
    const customer = params.customer;
    if (customer && !template.includes('/office/') && !world.sees(user, customer)) {
      return given(problem(404, 'not_found'));
    }
    return given(handle({ world, user, params, query: url.searchParams, body: asked.body }));
  }
  return given(problem(404, 'not_found'));
}

/** What a signed address answers. */
function file(name: string): Given {
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${name}"`,
  };
  return { status: 200, headers, body: '%PDF-1.7\n%%EOF\n' };
}

function isGuarded(template: string): boolean {
  return !/sign-up|activate|sign-in|recovery$|recovery\/complete|accept|fake/.test(template);
}

function fit(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split('/');
  const parts = path.split('/');
  if (wanted.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, want] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(want)?.[1];
    if (name) params[name] = decodeURIComponent(parts[i]!);
    else if (want !== parts[i]) return undefined;
  }
  return params;
}

function given({ status, body, headers = {} }: Reply): Given {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: body === undefined ? '' : JSON.stringify(body),
  };
}
