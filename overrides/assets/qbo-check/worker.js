// Python, alone: it gets its bytes from the page, JSON goes in, JSON comes out. See protocol.d.ts.

import { wake } from "./image.js";

/** @import { Reason, RuntimeFile, Start, ToPage, ToWorker } from "./protocol.js" */

/** The smallest WebAssembly module: compiling it tells whether this browser, and its policy, allow any. */
const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** @type {(request: string) => string} */
let answer;

/** @param {ToPage} message */
const say = (message) => postMessage(message);

addEventListener("message", async ({ data }) => {
  /** @type {ToWorker} */
  const message = data;
  if (message.type === "start") {
    const fault = await start(message);
    say(fault ? { type: "failed", id: null, reason: fault } : { type: "ready" });
  } else {
    try {
      const report = message.type === "check" ? answer(message.request) : JSON.stringify(await tried());
      say({ type: "answered", id: message.id, report });
    } catch {
      say({ type: "failed", id: message.id, reason: "crash" });
    }
  }
});

/** The browser's own, whatever takes its place below. */
const network = fetch;

async function tried() {
  const { tryWaysOut } = await import("./ways-out.js");
  return tryWaysOut(network);
}

/**
 * @param {Start} message
 * @returns {Promise<Reason | undefined>} why it did not start
 */
async function start(message) {
  try {
    await WebAssembly.compile(EMPTY_MODULE);
  } catch {
    return "browser";
  }
  if (message.way !== "image") return startPyodide(message.base, message.files);
  try {
    answer = wake(message.module);
  } catch {
    return "crash";
  }
}

/**
 * Pyodide hands JavaScript to Python. Python gets no worker of either kind: its script's address could carry
 * something to this very site, for no policy tells it from the address of one of ours.
 *
 * @param {string} base
 * @param {RuntimeFile[]} files
 * @returns {Promise<Reason | undefined>} why it did not start
 */
async function startPyodide(base, files) {
  /** @type {typeof import("pyodide")} */
  let pyodideModule;
  try {
    // Pyodide would import pyodide.asm.js itself, and report a failure to as its own.
    [pyodideModule] = await Promise.all([import(`${base}pyodide.mjs`), import(`${base}pyodide.asm.js`)]);
  } catch {
    return "network";
  }
  try {
    Reflect.deleteProperty(globalThis, "Worker");
    Reflect.deleteProperty(Object.getPrototypeOf(navigator), "serviceWorker");
    serve(files);
    const pyodide = await pyodideModule.loadPyodide({
      indexURL: base,
      packages: ["qbo-checks"],
      stdout: drop,
      stderr: drop,
    });
    answer = pyodide.pyimport("qbo_checks.browser").answer;
  } catch {
    return "crash";
  }
}

/** Python's own output goes nowhere: a traceback may quote what was pasted. */
function drop() {}

/**
 * Pyodide asks for its files with fetch; it gets the bytes that the page handed over, and nothing else.
 *
 * @param {RuntimeFile[]} files
 */
function serve(files) {
  const bytes = new Map(files.map((file) => [file.name, file.bytes]));
  globalThis.fetch = async (request) => {
    const name = new URL(request instanceof Request ? request.url : request).pathname.split("/").pop() ?? "";
    const body = bytes.get(name);
    if (!body) throw new TypeError(`${name} was not handed to the worker`);
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(body, { headers: { "content-type": type } });
  };
}
