import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/forms.css';
import { mount } from 'svelte';
import App from './app/App.svelte';
import { LOST, ROUTES } from './app/routes.ts';
import { startRouter } from './router/router.svelte.ts';
import { loadConfig } from './session/config.svelte.ts';
import { followDevice, wear } from './session/look.ts';
import { loadSession } from './session/session.svelte.ts';
import { LANGUAGES, preferred, speak, withPart } from './words/words.svelte.ts';

// A newer build has replaced the code of a page: load it, once a minute at most.
addEventListener('vite:preloadError', () => {
  const last = Number(sessionStorage.getItem('reloaded') ?? 0);
  if (!navigator.onLine || Date.now() - last < 60_000) return;
  sessionStorage.setItem('reloaded', String(Date.now()));
  location.reload();
});

followDevice();
wear(undefined);

// What the first page needs is asked for at once, not one after the other.
const first = preferred(LANGUAGES);
const words = speak(first);
const session = loadSession();
const utility = await loadConfig();
wear(utility.accent);
await words;
const offered = preferred(utility.languages);
if (offered !== first) await speak(offered);

mount(App, { target: document.getElementById('app')! });
void startRouter(ROUTES, LOST);
await session;
void withPart('codes');

if ('serviceWorker' in navigator && import.meta.env.PROD) {
  void navigator.serviceWorker.register('/sw.js');
}
