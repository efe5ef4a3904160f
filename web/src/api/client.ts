// The only place that calls `fetch`: typed by route, one error type, and two
// gates through which a refused call may go on (signed in again, password given
// again), so that no page loses what was typed.
import { Problem, problemFrom } from './problem.ts';
import type { Routes } from './types.ts';

export type Route = keyof Routes;
type PathOf<R extends Route> = R extends `${string} ${infer P}` ? P : never;
type Names<P extends string> = P extends `${string}{${infer N}}${infer Rest}`
  ? N | Names<Rest>
  : never;
type Field<R extends Route, K extends string> = Routes[R] extends Record<K, infer T> ? T : never;

export type Answer<R extends Route> = Field<R, 'answer'>;
type Path<R extends Route> = [Names<PathOf<R>>] extends [never]
  ? { path?: undefined }
  : { path: Record<Names<PathOf<R>>, string> };
type Body<R extends Route> = [Field<R, 'body'>] extends [never]
  ? { body?: undefined }
  : { body: Field<R, 'body'> };
type Query<R extends Route> = [Field<R, 'query'>] extends [never]
  ? { query?: undefined }
  : { query?: Field<R, 'query'> };

export type Options<R extends Route> = Path<R> &
  Body<R> &
  Query<R> & {
    signal?: AbortSignal;
    /** Same key, same request: a repeat is answered, not done again. */
    key?: string;
  };

type Arguments<R extends Route> =
  Record<string, never> extends Options<R> ? [options?: Options<R>] : [options: Options<R>];

/** What happens when the session has ended, or is too old for this call.
 * Answers whether to try again. */
export const gates: {
  signedOut: () => Promise<boolean>;
  stale: () => Promise<boolean>;
  /** The office wants a second factor, and there is none yet. */
  unenrolled: () => void;
} = {
  signedOut: () => Promise.resolve(false),
  stale: () => Promise.resolve(false),
  unenrolled: () => undefined,
};

/** 401 codes that answer an attempt to sign in, not an ended session. */
const ATTEMPTS = new Set(['sign_in_failed', 'second_factor_needed']);

/** Calls a route: `call('GET /api/account/customers/{customer}', { path: { customer } })`. */
export async function call<R extends Route>(
  route: R,
  ...[given]: Arguments<R>
): Promise<Answer<R>> {
  const options = (given ?? {}) as Loose;
  try {
    return (await once(route, options)) as Answer<R>;
  } catch (thrown) {
    if (!(thrown instanceof Problem) || !(await mayGoOn(thrown, route))) throw thrown;
    return (await once(route, options)) as Answer<R>;
  }
}

/** A new key for [`Options.key`]; keep it while the person repeats one request. */
export function newKey(): string {
  return crypto.randomUUID();
}

interface Loose {
  path?: Record<string, string>;
  query?: Record<string, string | boolean | undefined>;
  body?: unknown;
  signal?: AbortSignal;
  key?: string;
}

async function mayGoOn(problem: Problem, route: Route): Promise<boolean> {
  if (problem.status === 401 && !ATTEMPTS.has(problem.code) && route !== 'GET /api/account/me') {
    return gates.signedOut();
  }
  if (problem.status === 403 && problem.code === 'second_factor_required') gates.unenrolled();
  return problem.code === 'reauthentication_needed' ? gates.stale() : false;
}

async function once(route: Route, options: Loose): Promise<unknown> {
  const [method, template] = route.split(' ') as [string, string];
  // A GET carries no header of its own, so that the page's preloads match it.
  const headers: Record<string, string> = {};
  if (method !== 'GET') headers['x-meterside'] = '1';
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  if (options.key) headers['idempotency-key'] = options.key;
  const response = await send(address(template, options), {
    method,
    headers,
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
    signal: options.signal,
  });
  if (!response.ok) throw await problemFrom(response);
  if (response.status === 204) return undefined;
  const text = await response.text();
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (thrown) {
    if (init.signal?.aborted) throw thrown;
    throw new Problem(0, navigator.onLine ? 'unreachable' : 'offline');
  }
}

function address(template: string, { path = {}, query = {} }: Loose): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = path[name];
    if (!value) throw new Error(`no ${name} for ${template}`);
    // Gateways decode a path: a slash inside of a number (FV/2026/1) is a tilde.
    return encodeURIComponent(value).replaceAll('%2F', '~');
  });
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value ? [[name, String(value)]] : [],
  );
  return asked.length ? `${filled}?${new URLSearchParams(asked)}` : filled;
}

/** The utility's public configuration, which isn't part of the API. */
export async function fetchConfig(): Promise<unknown> {
  const response = await send('/config.json', {});
  if (!response.ok) throw await problemFrom(response);
  return response.json();
}
