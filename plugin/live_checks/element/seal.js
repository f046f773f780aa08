// What stays of a worker's world before anything else runs in it. The worker's policy (start-worker.js) forbids the
// network; here goes whatever could ask for it, start other code, or keep or show something, so that code which
// should not be there finds nothing to try it with.

/** What stays, by name: the language itself, and what Pyodide's script cannot do without. None of it can send,
 * fetch, start or keep anything. Whatever a browser has beyond this list goes, known to anybody or not. */
const KEPT = new Set(
  `AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError
  FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array
  InternalError Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set
  SharedArrayBuffer String SuppressedError Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array
  Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly decodeURI decodeURIComponent encodeURI encodeURIComponent
  escape eval globalThis isFinite isNaN parseFloat parseInt undefined unescape
  AbortController AbortSignal DOMException DedicatedWorkerGlobalScope Event EventTarget Headers MessageChannel
  MessageEvent MessagePort Response TextDecoder TextEncoder URL WorkerGlobalScope addEventListener atob btoa
  clearInterval clearTimeout constructor crypto dispatchEvent location performance postMessage queueMicrotask
  removeEventListener self setInterval setTimeout structuredClone`.split(/\s+/),
);
/** What is kept of what stays: these let a text outlive the worker. */
const TAKEN = /** @type {const} */ ([[URL, ["createObjectURL", "revokeObjectURL"]]]);

/**
 * Takes hold of what tells whether the worker's own policy is at work, before it is taken away: making a name that the
 * page's policy allows, and the worker's does not. It asks nobody for anything. A browser that knows no such names is
 * asked for a text that is its own address, and for a file that only its cache may answer with. The browser writes to
 * its console what its policy forbids: so this is done when the page asks for it, and not wherever a page is opened.
 *
 * @returns {() => Promise<boolean>} whether the policy was seen at work
 */
export function prover() {
  // The worker's name is the address of its script, which the page has just got from there (start-worker.js).
  const { trustedTypes, fetch, name } = /** @type {any} */ (globalThis);
  const look = async () => {
    if (trustedTypes) {
      try {
        trustedTypes.createPolicy("default", {});
        return false;
      } catch {
        return true;
      }
    }
    const asked = [fetch("data:,"), fetch(name, { cache: "only-if-cached", mode: "same-origin" })];
    return (await Promise.allSettled(asked)).every(({ status }) => status === "rejected");
  };
  /** @type {Promise<boolean> | undefined} */
  let seen;
  // Once: a name that was given is refused the second time, whatever the policy.
  return () => {
    seen ??= look();
    return seen;
  };
}

/** Take away what is not kept. Throws where a browser holds on to something that acts. */
export function strip() {
  const { userAgent, language } = navigator;
  for (const [owner, names] of TAKEN) for (const name of names) Reflect.deleteProperty(owner, name);
  for (let owner = globalThis; owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
    for (const name of Reflect.ownKeys(owner)) {
      if (typeof name === "symbol" || KEPT.has(name) || Reflect.deleteProperty(owner, name)) continue;
      // Constants, such as TEMPORARY, cannot be deleted and do nothing.
      const { value } = Reflect.getOwnPropertyDescriptor(owner, name) ?? {};
      if (typeof value !== "number") throw new Error(name);
    }
  }
  // What is written to the console may quote what was pasted.
  const silent = () => {};
  const console = Object.freeze({
    debug: silent,
    error: silent,
    info: silent,
    log: silent,
    trace: silent,
    warn: silent,
  });
  Object.assign(globalThis, { console, navigator: Object.freeze({ userAgent, language }) });
}
