// Asks one backend every request, and tells which it answers otherwise than CPython did.
//
//   node plugin/live_checks/runtime/answers.mjs image|library|stock RUNTIME REQUESTS

import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";
import { restore } from "../element/image.js";

const [backend, runtime, asked] = process.argv.slice(2);

async function started() {
  if (backend === "image") return restore(await WebAssembly.compile(readFileSync(`${runtime}/python.wasm`)));
  const pyodide = await loadPyodide({
    lockFileURL: `${runtime}/${backend}/pyodide-lock.json`,
    stdLibURL: `${runtime}/${backend}/python_stdlib.zip`,
    packages: ["qbo-checks"],
    stdout: () => {},
  });
  return pyodide.pyimport("qbo_checks.browser").answer;
}

let answer = await started();
const different = [];
let same = 0;
for (const line of readFileSync(asked, "utf8").trim().split("\n")) {
  const [request, expected] = JSON.parse(line);
  let said = null;
  try {
    said = answer(request);
  } catch {
    // An image that has thrown is in no known state.
    if (backend === "image") answer = await started();
  }
  if (said === expected) same += 1;
  else different.push(request);
}
console.log(JSON.stringify({ same, different }));
