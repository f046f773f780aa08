// What both workers say to the page: JSON goes in, JSON comes out. See protocol.d.ts.

import { sealed } from "./first.js";

/** @import { Reason, Start, ToPage, ToWorker } from "./protocol.js" */

/** The smallest WebAssembly module: compiling it tells whether this browser, and its policy, allow any. */
const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** @param {ToPage} message */
const say = (message) => postMessage(message);

/**
 * Say that the worker is sealed, and answer from then on.
 *
 * @param {(start: Start) => Promise<(request: string) => string>} begin starts Python with what the page hands over
 */
export async function serve(begin) {
  if (!(await sealed)) {
    say({ type: "failed", id: null, reason: "unsealed" });
    return;
  }
  /** @type {(request: string) => string} */
  let answer;
  // Pyodide waits without end for a promise of its own that nobody hears fail. Nor may the browser write to the
  // console what that says.
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    say({ type: "failed", id: null, reason: "crash" });
  });
  addEventListener("message", async ({ data }) => {
    /** @type {ToWorker} */
    const message = data;
    if (message.type === "start") {
      /** @type {Reason} */
      let reason = "host"; // The page has WebAssembly: what forbids it here is a policy.
      try {
        await WebAssembly.compile(EMPTY_MODULE);
        reason = "crash";
        answer = await begin(message);
        say({ type: "ready" });
      } catch {
        say({ type: "failed", id: null, reason });
      }
      return;
    }
    try {
      say({ type: "answered", id: message.id, report: answer(message.request) });
    } catch {
      say({ type: "failed", id: message.id, reason: "crash" });
    }
  });
  // Nothing is handed to a worker that has not said so.
  say({ type: "sealed" });
}
