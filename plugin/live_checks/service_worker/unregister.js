// In the place of a service worker that a host no longer offers: it takes away what readers kept, and itself.

import { prefix } from "./caches.js";

/** @type {any} TypeScript takes this for a page. */
const worker = globalThis;

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(
    (async () => {
      const { scope } = worker.registration;
      for (const name of await caches.keys()) {
        if (name.startsWith(prefix(scope))) await caches.delete(name);
      }
      await worker.registration.unregister();
    })(),
  );
});
