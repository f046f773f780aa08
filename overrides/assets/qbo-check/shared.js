// The one worker of this tab, whichever elements the page holds.

import { Runtime } from "./runtime.js";

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

export const runtime = new Runtime(new URL("../runtime/", import.meta.url), (loaded, total) => {
  for (const listener of listeners) listener(loaded, total);
});
