// Addresses and pages: one history entry, one page. Focus goes to the heading,
// the scroll position comes back, and so does what was typed (`kept`).
import { tick, type Component } from 'svelte';
import { asProblem, Problem } from '../api/problem.ts';
import { withPart, type Part } from '../words/words.svelte.ts';
import { match, type Params } from './match.ts';

/** What stands around a page. `plain`: before signing in. */
export type Frame = 'plain' | 'account' | 'customer' | 'office';

export interface Route {
  path: string;
  page: () => Promise<{ default: Component }>;
  frame: Frame;
  /** The catalogue that it needs beside `web`. */
  words?: Part;
}

interface Shown {
  route: Route;
  params: Params;
  query: URLSearchParams;
  path: string;
  /** Of the history entry. */
  entry: string;
  Page: Component;
}

let current = $state.raw<{ shown?: Shown; problem?: Problem }>({});
let loading = $state(false);

export const router = {
  /** The page that is shown; nothing before the first is there. */
  get shown(): Shown | undefined {
    return current.shown;
  },
  /** Why a page's code didn't come. */
  get problem(): Problem | undefined {
    return current.problem;
  },
  get loading(): boolean {
    return loading;
  },
  get params(): Params {
    return current.shown?.params ?? {};
  },
  get query(): URLSearchParams {
    return current.shown?.query ?? new URLSearchParams();
  },
  get path(): string {
    return current.shown?.path ?? location.pathname;
  },
};

let routes: readonly Route[] = [];
let lost: Route;
let entry = '';
const scrolled = new Map<string, number>();
const typed = new Map<string, object>();

/** Takes over the addresses of the page, and shows the first one. */
export function startRouter(all: readonly Route[], notFound: Route): Promise<void> {
  routes = all;
  lost = notFound;
  history.scrollRestoration = 'manual';
  entry = entryOf(history.state) ?? newEntry();
  history.replaceState({ entry }, '');
  addEventListener('popstate', (event) => {
    scrolled.set(entry, scrollY);
    // A step to `#part` of the same page makes an entry without a name.
    const known = entryOf(event.state);
    if (!known) return void history.replaceState({ entry }, '');
    entry = known;
    void show(scrolled.get(entry) ?? 0);
  });
  document.addEventListener('click', onClick);
  return show();
}

/** Goes to an address of the portal. */
export function go(to: string, { replace = false } = {}): Promise<void> {
  scrolled.set(entry, scrollY);
  if (!replace || !entry) entry = newEntry();
  if (replace) history.replaceState({ entry }, '', to);
  else history.pushState({ entry }, '', to);
  return show(0);
}

/** Shows the same address again, after its code or its session failed. */
export async function retry(): Promise<void> {
  // A module that failed once fails until the document is loaded anew: a newer
  // build may have replaced it. What was typed is kept with the entry.
  if (navigator.onLine) location.reload();
  else await show(0);
}

/** Changes what stands behind `?` without leaving the page. */
export function setQuery(changes: Record<string, string | undefined>): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  history.replaceState({ entry }, '', url);
  if (current.shown) {
    current = { shown: { ...current.shown, query: url.searchParams } };
  }
}

/** What is typed on this page, kept with its history entry: going away and back
 * finds it again. Never for passwords. */
export function kept<T extends object>(name: string, initial: T): T {
  const key = `${entry} ${name}`;
  const found = typed.get(key) as T | undefined;
  if (found) return found;
  const made = $state(initial);
  typed.set(key, made);
  return made;
}

/** Drops what was kept: it has been sent. */
export function forget(name: string): void {
  typed.delete(`${entry} ${name}`);
}

async function show(scroll?: number): Promise<void> {
  const url = new URL(location.href);
  const mine = entry;
  const [route, params] = find(url.pathname);
  loading = true;
  try {
    const [module] = await Promise.all([route.page(), route.words && withPart(route.words)]);
    if (mine !== entry) return;
    const shown = {
      route,
      params,
      query: url.searchParams,
      path: url.pathname,
      entry,
      Page: module.default,
    };
    current = { shown };
  } catch (thrown) {
    if (mine !== entry) return;
    current = { shown: current.shown, problem: notLoaded(thrown) };
  }
  loading = false;
  await tick();
  if (scroll !== undefined) arrive(url.hash, scroll);
}

/** A page's code didn't come: no network, or a newer build has replaced it. */
function notLoaded(thrown: unknown): Problem {
  if (!(thrown instanceof TypeError)) return asProblem(thrown);
  return new Problem(0, navigator.onLine ? 'unreachable' : 'offline');
}

function find(path: string): [Route, Params] {
  for (const route of routes) {
    const params = match(route.path, path);
    if (params) return [route, params];
  }
  return [lost, {}];
}

/** Puts reader and screen reader where the page begins, or where they were. */
function arrive(hash: string, scroll: number): void {
  const part = hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
  const start = part ?? document.querySelector<HTMLElement>('main h1');
  if (start && !start.hasAttribute('tabindex')) start.tabIndex = -1;
  start?.focus({ preventScroll: true });
  if (part && scroll === 0) part.scrollIntoView();
  else scrollBack(scroll);
}

/** A page that is still loading is too short to scroll: wait until it has grown. */
function scrollBack(to: number): void {
  scrollTo(0, to);
  if (to === 0 || scrollY >= to - 1) return;
  const stop = () => {
    grown.disconnect();
    removeEventListener('wheel', stop);
    removeEventListener('touchstart', stop);
    removeEventListener('keydown', stop);
  };
  const grown = new ResizeObserver(() => {
    scrollTo(0, to);
    if (scrollY >= to - 1) stop();
  });
  grown.observe(document.body);
  addEventListener('wheel', stop, { passive: true });
  addEventListener('touchstart', stop, { passive: true });
  addEventListener('keydown', stop);
  setTimeout(stop, 3000);
}

function onClick(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest?.('a');
  if (!link?.href || link.target || link.hasAttribute('download')) return;
  const to = new URL(link.href);
  if (to.origin !== location.origin || to.pathname.startsWith('/api/')) return;
  if (to.pathname === location.pathname && to.search === location.search && to.hash) {
    event.preventDefault();
    const part = document.getElementById(to.hash.slice(1));
    part?.focus();
    part?.scrollIntoView();
    return;
  }
  event.preventDefault();
  void go(to.pathname + to.search + to.hash);
}

function entryOf(kept: unknown): string | undefined {
  const { entry } = (kept ?? {}) as { entry?: unknown };
  return typeof entry === 'string' ? entry : undefined;
}

let made = 0;
const visit = Math.random().toString(36).slice(2, 8);

function newEntry(): string {
  return `${visit}-${++made}`;
}
