// Keeps the shell of the portal on the device, so that it opens without a
// network and says so. What the API answers is never kept.
const SHELL = 'shell-__BUILD__';
const FILES = [/* __SHELL__ */];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((n) => n !== SHELL).map((n) => caches.delete(n))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(newestElseShell(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(keptElseNetwork(request));
  else if (url.pathname === '/config.json') event.respondWith(newestElseKept('/config.json'));
  else if (url.pathname === '/manifest.webmanifest') event.respondWith(named());
});

/** A page: from the network; without one, the kept shell. */
async function newestElseShell(request) {
  try {
    return await fetch(request);
  } catch {
    const cache = await caches.open(SHELL);
    return (await cache.match('/')) ?? Response.error();
  }
}

/** A file whose name changes with what is in it: kept once seen. */
async function keptElseNetwork(request) {
  const cache = await caches.open(SHELL);
  const kept = await cache.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
}

/** The utility's name and look: from the network; without one, as last seen. */
async function newestElseKept(path) {
  const cache = await caches.open(SHELL);
  try {
    const fresh = await fetch(path);
    if (fresh.ok) await cache.put(path, fresh.clone());
    return fresh;
  } catch {
    return (await cache.match(path, { ignoreVary: true })) ?? Response.error();
  }
}

/** The manifest of the installed portal, under the utility's name. */
async function named() {
  const [manifest, config] = await Promise.all([
    newestElseKept('/manifest.webmanifest').then((response) => response.json()),
    newestElseKept('/config.json').then((response) => response.json()),
  ]);
  const { name } = config;
  const body = name ? { ...manifest, name, short_name: name } : manifest;
  return new Response(JSON.stringify(body), {
    headers: { 'content-type': 'application/manifest+json' },
  });
}
