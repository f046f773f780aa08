// The first module of each worker, so that it runs before any other does.

import * as seal from "./seal.js";

/** Begun before what it needs is gone. */
export const sealed = seal.sealed();
try {
  seal.strip();
} catch (error) {
  /** @type {import("./protocol.js").Failed} */
  const failed = { type: "failed", id: null, reason: "unsealed" };
  postMessage(failed);
  throw error; // Nothing else of the worker runs.
}
