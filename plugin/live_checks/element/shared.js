// What all elements of a page share: its words, what shows findings, and the one worker of this tab. Published as one
// file (plugin/live_checks/minify.py): each costs a reader a request and its headers.

import { Runtime } from "./runtime.js";
import { packed } from "./words.js";

export { Failure } from "./failure.js";
export * from "./findings.js";
export * from "./words.js";

/** @typedef {(loaded: number, total: number) => void} Listener */

/** @type {Listener[]} */
const listeners = [];

/**
 * Be told of Python's bytes as they come in.
 *
 * @param {Listener} listener
 */
export function progressed(listener) {
  listeners.push(listener);
}

export const runtime = new Runtime(packed(), (loaded, total) => {
  for (const listener of listeners) listener(loaded, total);
});

/** How long a page has been there before it starts what nobody asked for: who only passes by needs no Python, and a slow
 * phone, which is busy with it for a moment, is left to whoever begins to read. In milliseconds. */
const STAY = 3000;
const IDLE_TIMEOUT_MS = 3000;

/** Start Python before anybody asks for it: at once where it is kept on the reader's device, for nothing is downloaded
 * then; else once the page has loaded. */
async function warm() {
  // In somebody else's page, only where a reader shows that they want it.
  if (parent !== self) return;
  if (await runtime.kept()) whenVisible(start);
  else if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle, { once: true });
}

/** A reader who shows intent is told of a failure; nobody asked for this start. */
function start() {
  runtime.start(false).catch(() => {});
}

/**
 * At once, unless the page is in a tab that nobody has looked at yet.
 *
 * @param {() => void} act
 */
function whenVisible(act) {
  if (document.visibilityState === "visible") act();
  else document.addEventListener("visibilitychange", act, { once: true });
}

/**
 * Act once the page has nothing else to do. One that draws nothing may never be told so: hence the timeout.
 *
 * @param {() => void} act
 */
export function onIdle(act) {
  const idle =
    globalThis.requestIdleCallback ?? ((/** @type {() => void} */ later) => setTimeout(later, 200));
  idle(act, { timeout: IDLE_TIMEOUT_MS });
}

/** Once the reader stays and the page has nothing else to do, start Python where the browser says that their connection
 * is fast and not metered. Where it says nothing (Firefox, Safari), it may be a phone's. */
function whenIdle() {
  const { connection } =
    /** @type {{ connection?: { saveData: boolean, effectiveType: string, type?: string } }} */ (navigator);
  if (connection?.effectiveType !== "4g" || connection.saveData || connection.type === "cellular") return;
  if (matchMedia("(prefers-reduced-data: reduce)").matches) return;
  setTimeout(() => onIdle(start), STAY);
}

warm();
