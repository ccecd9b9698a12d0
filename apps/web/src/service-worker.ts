/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { build, files, prerendered, version } from '$service-worker';

// After the first visit every page works without a network: all that the build made is kept, by its version.
const worker = self as unknown as ServiceWorkerGlobalScope;
const CACHE = `ml-emissions-${version}`;
/** For those who show a link to the page, never for the page. */
const CARD = '/card.png';
/** Paths of the build begin with the prefix that the site is served under. */
const addressOf = (path: string) => new URL(path, worker.location.origin).href;

worker.addEventListener('install', (event) => {
  const all = [...build, ...files.filter((file) => !file.endsWith(CARD)), ...prerendered].map(
    addressOf,
  );
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(all))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((keys) =>
        Promise.all(keys.filter((key) => key !== CACHE).map((key) => caches.delete(key))),
      )
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== worker.location.origin) return;
  event.respondWith(answer(request));
});

/** What is kept never changes under its address; pages are asked for anew where there is a network. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept && request.mode !== 'navigate') return kept;
  try {
    return await fetch(request);
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}
