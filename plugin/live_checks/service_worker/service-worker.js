// The guide without a network: what a reader asked to keep, in the language that they read (overrides/assets/offline.js
// asks). A page comes from the network first, because facts change, and from what is kept if that takes too long. What
// is named by its content is never asked for twice.
//
// What is kept is one release: a page that came over the network is not put beside it, for it may name files of another.
// The next release is kept whole before the one before is let go, once no page of the guide is open.

import { PrecacheController } from "workbox-precaching";
import { NetworkFirst } from "workbox-strategies";
import { prefix } from "./caches.js";

/** @typedef {{ url: string, revision: string | null }} Entry None where the URL says what it holds. */
/** @type {{ release: string, fallback: string, shared: Entry[], pages: Record<string, Entry[]> }} */
const { release, fallback, shared, pages } = Reflect.get(globalThis, "GUIDE");

/** @type {any} TypeScript takes this for a page. */
const worker = globalThis;
const { scope } = worker.registration;
const PREFIX = prefix(scope);
const NETWORK_TIMEOUT_SECONDS = 3;

const common = part("shared", shared);
const languages = new Map(Object.entries(pages).map(([lang, entries]) => [lang, part(lang, entries)]));

/**
 * @param {string} name
 * @param {Entry[]} entries
 */
function part(name, entries) {
  const cacheName = PREFIX + name;
  const controller = new PrecacheController({ cacheName });
  controller.addToCacheList(entries);
  const network = new NetworkFirst({
    cacheName,
    networkTimeoutSeconds: NETWORK_TIMEOUT_SECONDS,
    plugins: [
      {
        cacheWillUpdate: async () => null,
        cacheKeyWillBeUsed: async ({ request }) => key(controller, request.url) ?? request,
        handlerDidError: async ({ request }) =>
          request.mode === "navigate"
            ? caches.match(key(common, new URL(fallback, scope).href) ?? "")
            : undefined,
      },
    ],
  });
  return Object.assign(controller, { cacheName, network });
}

/**
 * Under which address something is kept. A query says nothing to a page of the guide but to its own script.
 *
 * @param {PrecacheController} controller
 * @param {string} address
 */
function key(controller, address) {
  const { origin, pathname } = new URL(address);
  return controller.getCacheKeyForURL(origin + pathname.replace(/(?<=\/)index\.html$/, ""));
}

/** The languages of which something is kept. */
async function begun() {
  const names = await caches.keys();
  return [...languages.keys()].filter((lang) => names.includes(PREFIX + lang));
}

/** @param {string} lang */
async function whole(lang) {
  for (const each of [common, languages.get(lang)]) {
    if (!each || !(await caches.has(each.cacheName))) return false;
    const kept = new Set((await (await caches.open(each.cacheName)).keys()).map(({ url }) => url));
    if (each.getCachedURLs().some((url) => !kept.has(key(each, url) ?? ""))) return false;
  }
  return true;
}

/**
 * @param {any} event
 * @param {string} lang
 */
async function keep(event, lang) {
  // Workbox writes to its cache in an installation alone; a reader's wish is as good as one.
  const installation = /** @type {any} */ ({
    type: "install",
    waitUntil: (/** @type {Promise<any>} */ promise) => event.waitUntil(promise),
  });
  await common.install(installation);
  await languages.get(lang)?.install(installation);
}

/** @param {string} lang */
async function forget(lang) {
  await caches.delete(PREFIX + lang);
  if ((await begun()).length === 0) await caches.delete(common.cacheName);
}

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(
    (async () => {
      for (const lang of await begun()) await keep(event, lang);
    })(),
  );
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(
    (async () => {
      const kept = await begun();
      if (kept.length > 0) await common.activate(event);
      for (const lang of kept) await languages.get(lang)?.activate(event);
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener("message", (/** @type {any} */ event) => {
  const { type, lang } = event.data ?? {};
  const [port] = event.ports;
  if (!port || !languages.has(lang)) return;
  const act = async () => {
    if (type === "keep") await keep(event, lang);
    if (type === "forget") await forget(lang);
  };
  event.waitUntil(
    act()
      .catch(async (error) => {
        // Half of it would be of no use, and take the room.
        await forget(lang);
        return error.name === "QuotaExceededError" ? "quota" : "network";
      })
      .then(async (failed) => {
        const left = (await begun()).length > 0;
        port.postMessage({ kept: await whole(lang), release, failed, left });
      }),
  );
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const from = [common, ...languages.values()].find((each) => key(each, request.url));
  if (from && key(from, request.url) === request.url) {
    const { cacheName } = from;
    event.respondWith(caches.match(request.url, { cacheName }).then((kept) => kept ?? fetch(request)));
  } else if (from || request.mode === "navigate") {
    event.respondWith((from ?? common).network.handle({ event, request }));
  }
});
