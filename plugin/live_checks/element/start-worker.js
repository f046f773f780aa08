// Makes workers that cannot reach the network, whatever headers the host sends: a blank frame of the page's own,
// which comes from no server, gets a policy, and a worker made in it of a text inherits that policy and the page's.

import { Failure, within } from "./failure.js";

/** What a worker may do: compile WebAssembly. It gets no file, not even one of this site's, imports nothing, and
 * starts no other worker; `blob:` is there for itself. */
const POLICY = [
  "default-src 'none'",
  "script-src 'wasm-unsafe-eval'",
  "worker-src blob:",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** A blob is read in no time; a worker that says nothing for so long was refused without a word. */
const BEGIN_TIMEOUT_MS = 20_000;

/** @type {(Window & typeof globalThis) | undefined} */
let sealed;

/** The frame's world, made with the first worker. */
function realm() {
  if (sealed?.frameElement?.isConnected) return sealed;
  const frame = document.createElement("iframe");
  frame.hidden = true;
  // Where the guide is kept, this may be before the page's body is there.
  (document.body ?? document.documentElement).append(frame);
  const { contentDocument, contentWindow } = frame;
  if (!contentDocument || !contentWindow) throw new Failure("host", true);
  const policy = contentDocument.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = POLICY;
  contentDocument.head.append(policy);
  sealed = /** @type {Window & typeof globalThis} */ (contentWindow);
  return sealed;
}

/**
 * @param {string} text the whole of what the worker runs: it can load nothing more
 * @param {URL} address where the text came from
 * @returns {Promise<Worker>} a worker that has said that it has begun; rejects with a Failure
 */
export async function startWorker(text, address) {
  try {
    return await make(text, address.href);
  } catch (error) {
    if (error instanceof Failure) throw error;
    // Neither a browser that finds a mistake in a text nor one whose host forbids such workers says which it is.
    throw (await allowed()) ? new Failure("crash") : new Failure("host", true);
  }
}

/** Whether a worker may be made of a text at all, of one that holds no mistake. */
async function allowed() {
  try {
    const worker = await make('postMessage({ type: "begun" })', "");
    worker.terminate();
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} text
 * @param {string} name
 * @returns {Promise<Worker>} one that has begun; rejects with a Failure, or with what says nothing
 */
async function make(text, name) {
  const { Blob, URL, Worker } = realm();
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  /** @type {any} The frame may make no trusted address; the page may, where its host lets it (trusted-types.js). */
  const trusted = Reflect.get(globalThis, "trustedTypes")?.defaultPolicy?.createScriptURL(url) ?? url;
  const worker = new Worker(trusted, { type: "module", name });
  /** @type {Promise<void>} */
  const begun = new Promise((resolve, reject) => {
    worker.addEventListener(
      "error",
      // A script that fails says what failed.
      (event) => reject(event.message ? new Failure("crash") : event),
      { once: true },
    );
    worker.addEventListener(
      "message",
      ({ data }) => (data.type === "begun" ? resolve() : reject(new Failure(data.reason, true))),
      { once: true },
    );
  });
  try {
    await within(BEGIN_TIMEOUT_MS, begun);
    return worker;
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    URL.revokeObjectURL(url);
  }
}
