// What both workers say to the page: JSON goes in, JSON comes out. See protocol.d.ts.

import { prove } from "./lockdown.js";

/** @import { Reason, Start, ToPage, ToWorker } from "./protocol.js" */

/** The smallest WebAssembly module: compiling it tells whether this browser, and its policy, allow any. */
const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** @param {ToPage} message */
const say = (message) => postMessage(message);

/**
 * Say that the worker has begun, and answer from then on.
 *
 * @param {(start: Start) => Promise<(request: string) => string>} begin starts Python with what the page hands over
 */
export function serve(begin) {
  /** @type {(request: string) => string} */
  let answer;
  let sealed = false;
  let debug = false;
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
      debug = message.debug;
      /** @type {Reason} */
      let reason = "host"; // The page has WebAssembly: what forbids it here is a policy.
      try {
        await WebAssembly.compile(EMPTY_MODULE);
        reason = "crash";
        answer = await begin(message);
        say({ type: "ready" });
      } catch (error) {
        say({ type: "failed", id: null, reason, ...(debug && { traceback: String(error) }) });
      }
      return;
    }
    if (message.type === "prove") {
      sealed = await prove();
      if (sealed) say({ type: "answered", id: message.id, report: "true" });
      else say({ type: "failed", id: message.id, reason: "unsealed" });
      return;
    }
    try {
      if (!sealed) throw new Error("nobody asked whether the worker is sealed");
      say({ type: "answered", id: message.id, report: answer(message.request) });
    } catch (error) {
      say({ type: "failed", id: message.id, reason: "crash", ...(debug && { traceback: String(error) }) });
    }
  });
  say({ type: "begun" });
}
