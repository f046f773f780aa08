// Wakes the image and calls Python's own built-in functions in it, found in its memory by their names: more than
// anybody could do who asks the rules, since all that they ever hand to Python is a request.
//
//   node reach.mjs PYTHON.WASM FUNCTION ARGUMENT…

import { readFileSync } from "node:fs";
import { restore } from "../../plugin/live_checks/element/image.js";

const [path, name, ...texts] = process.argv.slice(2);
const module = await WebAssembly.compile(readFileSync(path));

/** The exports of each instance that image.js makes. */
let python;
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...given) {
    super(...given);
    python = this.exports;
  }
};

/** The addresses of the words that hold this one. */
function holding(value) {
  const words = new Uint32Array(python.memory.buffer);
  const found = [];
  for (let at = words.indexOf(value); at >= 0; at = words.indexOf(value, at + 1)) found.push(4 * at);
  return found;
}

/** A function's name is the first word of its PyMethodDef, whose address is the third of its PyCFunctionObject. */
function* functions() {
  const memory = Buffer.from(python.memory.buffer);
  for (let at = memory.indexOf(`\0${name}\0`); at >= 0; at = memory.indexOf(`\0${name}\0`, at + 1))
    for (const definition of holding(at + 1)) for (const third of holding(definition)) yield third - 8;
}

function called(address, text) {
  const bytes = new TextEncoder().encode(text);
  const copy = python.malloc(bytes.length);
  new Uint8Array(python.memory.buffer).set(bytes, copy);
  try {
    const got = python.PyObject_CallOneArg(address, python.PyUnicode_FromStringAndSize(copy, bytes.length));
    return got ? "there" : "refused";
  } catch {
    return "lacking";
  }
}

const outcomes = {};
for (const text of texts) {
  restore(module);
  const places = [...functions()];
  outcomes[text] = [];
  for (const place of places) {
    restore(module); // After it has thrown, an instance is in no known state.
    outcomes[text].push(called(place, text));
  }
}
console.log(JSON.stringify(outcomes));
