// Prints the modules of Python that Pyodide and the rules need: those that are imported once every request has
// been answered.
//
//   node runtime/modules.mjs STOCK REQUESTS      (a folder with a library, a lock file and its wheel)

import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [stock, asked] = process.argv.slice(2);
const pyodide = await loadPyodide({
  lockFileURL: `${stock}/pyodide-lock.json`,
  stdLibURL: `${stock}/python_stdlib.zip`,
  packages: ["qbo-checks"],
  stdout: () => {},
});
const answer = pyodide.pyimport("qbo_checks.browser").answer;
for (const line of readFileSync(asked, "utf8").trim().split("\n")) {
  const [request, expected] = JSON.parse(line);
  if (expected !== null) answer(request);
}
console.log(pyodide.runPython("import json, sys; json.dumps(sorted(sys.modules))"));
