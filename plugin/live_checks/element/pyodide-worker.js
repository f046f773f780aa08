// Python, alone, from Pyodide. Pyodide's own scripts are part of this one, after lockdown.js: they find no network,
// and of their files what the page handed over.

import { serve } from "./worker.js";
import "pyodide/pyodide.asm.js";
import { loadPyodide } from "pyodide";

/** @import { RuntimeFile } from "./protocol.js" */

/** The folder of files that are nowhere but in memory. */
const NOWHERE = "http://pyodide.invalid/";

serve(async (start) => {
  if (start.backend === "image") throw new TypeError(start.backend);
  serveFiles(start.files);
  const pyodide = await loadPyodide({
    indexURL: NOWHERE,
    packages: ["qbo-checks"],
    stdout: drop,
    stderr: drop,
  });
  return pyodide.pyimport("qbo_checks.browser").answer;
});

/** Python's own output goes nowhere: a traceback may quote what was pasted. */
function drop() {}

/**
 * Pyodide asks for its files with fetch; it gets the bytes that the page handed over, and nothing else.
 *
 * @param {RuntimeFile[]} files
 */
function serveFiles(files) {
  const bytes = new Map(files.map((file) => [file.name, file.bytes]));
  globalThis.fetch = async (request) => {
    const name = new URL(String(request)).pathname.split("/").pop() ?? "";
    const body = bytes.get(name);
    if (!body) throw new TypeError(`${name} was not handed to the worker`);
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(body, { headers: { "content-type": type } });
  };
}
