import { createRawSnippet, flushSync, type Component } from 'svelte';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forget, go, kept, router, setQuery, startRouter, type Route } from './router.svelte.ts';

const nothing = (() =>
  createRawSnippet(() => ({ render: () => '<i></i>' }))) as unknown as Component;
const page = () => Promise.resolve({ default: nothing });
const ROUTES: Route[] = [
  { path: '/a', page, frame: 'plain' },
  { path: '/b/:id', page, frame: 'account' },
  { path: '/broken', page: () => Promise.reject(new Error('no network')), frame: 'plain' },
];
const LOST: Route = { path: '', page, frame: 'plain' };

beforeAll(async () => {
  document.body.innerHTML = '<main><h1>One</h1></main>';
  history.replaceState(null, '', '/a');
  await startRouter(ROUTES, LOST);
});

beforeEach(() => go('/a'));

/** Waits for the page that a step in history shows. */
async function back(): Promise<void> {
  const before = router.shown?.entry;
  history.back();
  while (router.shown?.entry === before) await new Promise((next) => setTimeout(next, 1));
}

describe('the router', () => {
  it('shows the page of an address, with its parts', async () => {
    await go('/b/7?q=1');
    expect(router.shown?.route.frame).toBe('account');
    expect(router.params).toEqual({ id: '7' });
    expect(router.query.get('q')).toBe('1');
  });

  it('shows the lost page for an address that nobody has', async () => {
    await go('/nowhere');
    expect(router.shown?.route).toBe(LOST);
  });

  it('puts the focus on the heading', async () => {
    await go('/b/1');
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('keeps the page and says what is wrong when the code of another does not come', async () => {
    await go('/broken');
    expect(router.problem?.code).toBe('unexpected');
    expect(router.shown?.route.path).toBe('/a');
  });

  it('finds again what was typed after going away and back', async () => {
    const typed = kept('form', { text: '' });
    typed.text = 'half a sentence';
    await go('/b/1');
    expect(kept('form', { text: '' }).text).toBe('');
    await back();
    expect(kept('form', { text: '' }).text).toBe('half a sentence');
  });

  it('forgets what was sent', () => {
    kept('form', { text: '' }).text = 'sent';
    forget('form');
    expect(kept('form', { text: '' }).text).toBe('');
  });

  it('changes the query without another entry', () => {
    const entries = history.length;
    setQuery({ state: 'proposed', sort: undefined });
    flushSync();
    expect(router.query.get('state')).toBe('proposed');
    expect(location.search).toBe('?state=proposed');
    expect(history.length).toBe(entries);
  });

  it('follows a click on a link of the portal and leaves the others to the browser', async () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<a id="in" href="/b/9">in</a><a id="api" href="/api/x">x</a><a id="out" href="https://example.com/">x</a>',
    );
    const click = (id: string) => {
      const event = new MouseEvent('click', { bubbles: true, cancelable: true, button: 0 });
      // The browser would go there; a test must not.
      const stop = (e: Event) => e.preventDefault();
      document.getElementById(id)!.dispatchEvent(event);
      const taken = event.defaultPrevented;
      stop(event);
      return taken;
    };
    expect(click('in')).toBe(true);
    addEventListener('click', (e) => e.preventDefault());
    expect(location.pathname).toBe('/b/9');
    expect(click('api')).toBe(true);
    expect(location.pathname).toBe('/b/9');
    click('out');
    expect(location.pathname).toBe('/b/9');
  });
});
