// Pyodide as npm publishes it, started as its documentation shows, with the same rules as ours.

import { loadPyodide } from "../../npm/pyodide/pyodide.mjs";

async function start() {
  // The rules come in beside the runtime, not after it.
  const [pyodide, rules] = await Promise.all([
    loadPyodide({ indexURL: new URL("../../npm/pyodide/", import.meta.url).href }),
    fetch(new URL("../../rules.zip", import.meta.url)).then((response) => response.arrayBuffer()),
  ]);
  pyodide.unpackArchive(rules, "zip");
  return pyodide.pyimport("qbo_checks.browser").answer;
}

const started = start();

addEventListener("message", async ({ data }) => {
  const answer = await started;
  postMessage(answer(data));
});
