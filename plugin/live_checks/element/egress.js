// A worker made as those are that run Python, which tries every route by which a worker could send something to a
// server. What would be sent says nothing; where it would go is this site, or a host that cannot exist (RFC 2606).
// Then it takes away what those take away before Python starts, and looks whether the routes are gone.
//
// The routes are those of the list of web platform interfaces: tests/browser/idl.mjs reads it.

import { prover, strip } from "./seal.js";

/** @import { Attempt, ToPage } from "./protocol.js" */

const NOWHERE = "guide.invalid";
/** A browser that forbids something says so at once; one that tries takes longer, and tells by it. */
const TIMEOUT_MS = 3000;
/** A browser tells of a violation apart from the error that it caused, and a busy one a good while later. */
const VIOLATION_TIMEOUT_MS = 1000;
/** Where several policies forbid the same, it tells of each, one right after the other. */
const VIOLATIONS_MS = 50;

/** What this kind of worker does not have at all. */
class Absent extends Error {}

/** A route to a server: the object that offers it, if it is no part of the language; the name there; how it is tried.
 * @typedef {[owner: () => object | undefined, name: string, attempt: (address: URL) => unknown]} Route */

const world = () => globalThis;
const browser = () => navigator;

/** In the order of the panel's rows (overrides/partials/proof.html).
 * @type {Record<string, Route>} */
const ROUTES = {
  "fetch-elsewhere": [world, "fetch", () => fetch(`https://${NOWHERE}/`)],
  "fetch-here": [world, "fetch", (here) => fetch(here)],
  xhr: [
    world,
    "XMLHttpRequest",
    (here) => {
      const request = new XMLHttpRequest();
      request.open("POST", here);
      const answered = opens(request, "load");
      request.send("try");
      return answered;
    },
  ],
  websocket: [world, "WebSocket", () => opens(new WebSocket(`wss://${NOWHERE}/`), "open")],
  eventsource: [world, "EventSource", (here) => opens(new EventSource(here), "open")],
  webtransport: [
    world,
    "WebTransport",
    () => new (Reflect.get(globalThis, "WebTransport"))(`https://${NOWHERE}/`).ready,
  ],
  "import-elsewhere": [() => undefined, "import", () => import(`https://${NOWHERE}/try.js`)],
  "import-here": [() => undefined, "import", (here) => import(`${here}.js?try`)],
  "import-data": [
    () => undefined,
    "import",
    (here) => import(`${here}.json?try`, { with: { type: "json" } }),
  ],
  "import-scripts": [
    world,
    "importScripts",
    (here) => Reflect.get(globalThis, "importScripts")(`${here}.js`),
  ],
  worker: [world, "Worker", (here) => opens(new Worker(here, { type: "module" }), "message", TIMEOUT_MS / 2)],
  "worker-of-text": [
    world,
    "Worker",
    () => opens(new Worker(URL.createObjectURL(new Blob(["postMessage(1)"]))), "message"),
  ],
  "shared-worker": [world, "SharedWorker", (here) => new (Reflect.get(globalThis, "SharedWorker"))(here)],
  "service-worker": [browser, "serviceWorker", (here) => navigator.serviceWorker.register(here)],
  cache: [
    world,
    "caches",
    async (here) => {
      const cache = await caches.open("try");
      return cache.add(here).finally(() => caches.delete("try"));
    },
  ],
  font: [world, "FontFace", (here) => new FontFace("Try", `url("${here}")`).load()],
  webrtc: [world, "RTCPeerConnection", () => new (Reflect.get(globalThis, "RTCPeerConnection"))()],
  beacon: [browser, "sendBeacon", (here) => Reflect.get(navigator, "sendBeacon").call(navigator, here)],
};

/** @returns {Promise<Attempt[]>} */
async function tryEgress() {
  // The worker's own address is that of a text; its name is where that came from.
  const here = new URL("try", Reflect.get(globalThis, "name"));
  /** @type {Attempt[]} */
  const attempts = [];
  for (const [route, [owner, name, attempt]] of Object.entries(ROUTES)) {
    const there = owner();
    const outcome = await outcomeOf(() => {
      if (there && !(name in there)) throw new Absent(name);
      return attempt(here);
    });
    attempts.push({ route, removed: there !== undefined, ...outcome });
  }
  strip();
  for (const attempt of attempts) {
    const [owner, name] = /** @type {Route} */ (ROUTES[attempt.route]);
    const there = owner();
    if (there && name in there) attempt.removed = false;
  }
  return attempts;
}

/**
 * @param {() => unknown} attempt
 * @returns {Promise<Pick<Attempt, "outcome" | "directive" | "policies">>}
 */
async function outcomeOf(attempt) {
  /** @type {SecurityPolicyViolationEvent[]} */
  const violations = [];
  /** @type {(event: Event) => void} */
  let heard = () => {};
  /** @type {Promise<void>} */
  const violated = new Promise((resolve) => {
    heard = (event) => {
      violations.push(/** @type {SecurityPolicyViolationEvent} */ (event));
      resolve();
    };
  });
  addEventListener("securitypolicyviolation", heard);
  /** @type {Attempt["outcome"]} */
  let ended;
  try {
    ended = await Promise.race([
      new Promise((resolve) => resolve(attempt())).then(() => /** @type {const} */ ("open")),
      later(TIMEOUT_MS, /** @type {const} */ ("unknown")),
    ]);
  } catch (error) {
    ended = error instanceof Absent ? "absent" : "unknown";
  }
  if (ended === "unknown") await Promise.race([violated, later(VIOLATION_TIMEOUT_MS, undefined)]);
  await later(VIOLATIONS_MS, undefined);
  removeEventListener("securitypolicyviolation", heard);
  const enforced = violations.find(({ disposition }) => disposition === "enforce");
  const directive = enforced?.effectiveDirective ?? "";
  const policies = violations.map(({ originalPolicy }) => originalPolicy);
  // What went through in spite of a violation did go through.
  return { outcome: directive && ended !== "open" ? "blocked" : ended, directive, policies };
}

/**
 * @param {EventTarget} connection
 * @param {string} success the event that tells that it reached somebody
 * @param {number} [silence] after how many milliseconds without an error it must have reached somebody too
 */
function opens(connection, success, silence) {
  return new Promise((resolve, reject) => {
    connection.addEventListener(success, resolve, { once: true });
    connection.addEventListener("error", reject, { once: true });
    if (silence) setTimeout(resolve, silence);
  });
}

/**
 * @template T
 * @param {number} milliseconds
 * @param {T} value
 * @returns {Promise<T>}
 */
function later(milliseconds, value) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, value));
}

/** @param {ToPage} message */
const say = (message) => postMessage(message);

const prove = prover();

addEventListener("message", async ({ data: { id } }) => {
  try {
    // Elsewhere, such as where somebody starts this script by its address, nothing is tried.
    if (await prove()) say({ type: "answered", id, report: JSON.stringify(await tryEgress()) });
    else say({ type: "failed", id, reason: "unsealed" });
  } catch {
    say({ type: "failed", id, reason: "crash" });
  }
});
say({ type: "begun" });
