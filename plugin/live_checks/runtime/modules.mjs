// Prints the modules of Python that Pyodide and the rules need: those that are imported once every request has
// been answered, and those that a rule could import.
//
//   node plugin/live_checks/runtime/modules.mjs STOCK REQUESTS IMPORTS
//
// STOCK is a folder with a library, a lock file and its wheel, IMPORTS a JSON list of modules.

import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [stock, asked, imported] = process.argv.slice(2);
const pyodide = await loadPyodide({
  lockFileURL: `${stock}/pyodide-lock.json`,
  stdLibURL: `${stock}/python_stdlib.zip`,
  packages: ["qbo-checks"],
  stdout: () => {},
});
const answer = pyodide.pyimport("qbo_checks.browser").answer;
const lines = readFileSync(asked, "utf8").trim().split("\n");
// One in eleven: what is imported depends on the check, not on the example.
for (const [request, expected] of lines.filter((_, index) => index % 11 === 0).map(JSON.parse)) {
  if (expected !== null) answer(request);
}
pyodide.runPython(`import ${JSON.parse(imported).join(", ")}`);
console.log(pyodide.runPython("import json, sys; json.dumps(sorted(sys.modules))"));
