// The first module of each worker, so that it runs before any other does.

import * as seal from "./seal.js";

/** Holds what it needs, which is gone from then on. */
export const prove = seal.prover();
try {
  seal.strip();
} catch (error) {
  /** @type {import("./protocol.js").Failed} */
  const failed = { type: "failed", id: null, reason: "unsealed" };
  postMessage(failed);
  throw error; // Nothing else of the worker runs.
}
