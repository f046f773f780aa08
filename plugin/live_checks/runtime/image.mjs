// Makes the image that plugin/live_checks/element/image.js restores: a snapshot of Pyodide's CPython after it has
// imported and run the rules, as one WebAssembly module. The idea is Wizer's; the tool is Binaryen.
//
//   node plugin/live_checks/runtime/image.mjs LIBRARY WHEEL SNAPSHOT REQUESTS IMPORTS OUT
//
// LIBRARY and WHEEL are zip files of .pyc, SNAPSHOT is snapshot.py compiled, REQUESTS is what questions.py prints, IMPORTS is a JSON list of modules;
// OUT is written.
//
// Step 1, run:    CPython, without Pyodide's own Python and its bridge to JavaScript; see snapshot.py.
// Step 2, scrub:  free memory, so that it compresses to nothing.
// Step 3, bake:   the memory into a fresh copy of the module, without the functions that nothing can reach.
//
// answers.mjs then proves that the image answers every request as the rules do outside of the browser.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import binaryen from "binaryen";
import { asking } from "../element/image.js";
import { forgetNames, unchain } from "./tidy.mjs";

const [library, wheel, snapshot, asked, imported, out] = process.argv.slice(2);
const pairs = readFileSync(asked, "utf8").trim().split("\n").map(JSON.parse);
const ofPyodide = (name) => readFileSync(fileURLToPath(import.meta.resolve(`pyodide/${name}`)));
const stock = ofPyodide("pyodide.asm.wasm");
const [major, minor] = JSON.parse(ofPyodide("pyodide-lock.json")).info.python.split(".");

/** What image.js calls. */
const ENTRIES = [
  "malloc",
  "free",
  "PyUnicode_FromStringAndSize",
  "PyUnicode_AsUTF8AndSize",
  "PyObject_CallOneArg",
  "_Py_DecRef",
];
/** How Binaryen calls the memory and the table that Pyodide's module imports. */
const MEMORY = "mimport$0";
const TABLE = "timport$0";

/** How many zeros a segment may hold: they compress to nothing, and a browser takes its time over each segment. */
const GAP = 64;
/** How the tables gb18030, big5, jis0208 and ksc in musl's src/locale begin, and how many entries each has. */
const ICONV = [
  [[0x4e02, 0x4e04, 0x4e05, 0x4e06], 126 * 190],
  [[0x3000, 0xff0c, 0x3001, 0x3002], 89 * 157],
  [[0x3000, 0x3001, 0x3002, 0xff0c], 84 * 94],
  [[0x3000, 0x3001, 0x3002, 0x00b7], 93 * 94],
];

// Step 1, run.

let full = false;
let imports;
let c;

// Neither the hour nor the place of the build is part of the memory, so that the same rules give the same bytes.
Date.now = () => 0;
performance.now = () => 0;
process.env.TZ = "UTC";
await import("pyodide/pyodide.asm.js");
const python = await globalThis._createPyodideModule({
  noInitialRun: true,
  thisProgram: "python", // Else where this file stands would be part of the memory.
  // What Pyodide's JavaScript looks for before Python runs.
  API: { config: {}, runtimeEnv: { IN_NODE: true } },
  print: console.log,
  // The requests include some that end Python's part; Emscripten reports each.
  printErr: () => {},
  preRun: [
    ({ ENV, FS }) => {
      Object.assign(ENV, {
        PYTHONHOME: "/",
        PYTHONPATH: "/rules.zip:/image",
        PYTHONOPTIMIZE: "2",
        LANG: "C.UTF-8",
        // The seed of hashes is part of the memory, so it is the same for every reader. The only texts that
        // are hashed are the reader's own.
        PYTHONHASHSEED: "0",
        // One allocator for everything: what is free can then be told from what is used.
        PYTHONMALLOC: "malloc",
      });
      FS.mkdirTree(`/lib/python${major}.${minor}/site-packages`);
      FS.writeFile(`/lib/python${major}${minor}.zip`, readFileSync(library));
      FS.writeFile("/rules.zip", readFileSync(wheel));
      FS.mkdir("/image");
      FS.writeFile("/image/snapshot.pyc", readFileSync(snapshot));
    },
  ],
  instantiateWasm(given, done) {
    imports = given;
    const marker = Symbol("error");
    imports.sentinel = { create_sentinel: () => marker, is_sentinel: (value) => value === marker };
    // How CPython calls functions of other types is chosen for the engine that runs; 0 is what all can do.
    imports.env._PyEM_GetCountArgsPtr = () => 0;
    // Nothing here draws lots (a rule may not); what seeds itself nevertheless does so alike in every image.
    imports.wasi_snapshot_preview1.random_get = (at, size) => {
      new Uint8Array(imports.env.memory.buffer, at, size).fill(0);
      return 0;
    };
    const grow = imports.env.emscripten_resize_heap;
    imports.env.emscripten_resize_heap = (size) => (full ? 0 : grow(size));
    WebAssembly.instantiate(clearing(), imports).then(({ instance, module }) => {
      c = instance.exports;
      done(instance, module);
    });
    return {};
  },
});

/** The module that runs here: what it frees it fills with zeros, so that nothing of it stays in a gap of what comes next. */
function clearing() {
  const module = binaryen.readBinary(stock);
  const [free, size] = ["free", "malloc_usable_size"].map(
    (name) => binaryen.getExportInfo(module.getExport(name)).value,
  );
  const { params, results, vars, body } = binaryen.getFunctionInfo(module.getFunction(free));
  module.removeFunction(free);
  module.addFunction(`${free} uncleared`, params, results, vars, body);
  const given = () => module.local.get(0, binaryen.i32);
  const fill = module.memory.fill(given(), module.i32.const(0), module.call(size, [given()], binaryen.i32));
  const then = module.call(`${free} uncleared`, [given()], binaryen.none);
  module.addFunction(free, params, results, [], module.block(null, [module.if(given(), fill), then]));
  return module.emitBinary();
}

/** The address of a C string. The caller frees it. */
function text(value) {
  const bytes = new TextEncoder().encode(`${value}\0`);
  const address = c.malloc(bytes.length);
  python.HEAPU8.set(bytes, address);
  return address;
}

function run(source) {
  const address = text(source);
  const failed = c.PyRun_SimpleStringFlags(address, 0);
  c.free(address);
  if (failed) throw new Error(`Python failed: ${source}`);
}

/** The address of what Python's `__main__` calls by that name. */
function object(name) {
  const [main, attribute] = ["__main__", name].map(text);
  const found = c.PyObject_GetAttrString(c.PyImport_ImportModule(main), attribute);
  c.free(main);
  c.free(attribute);
  return found;
}

/** The 32-bit word at an address. */
const word = (address) => python.HEAPU32[address >> 2];

/**
 * Fill with zeros what CPython came with and nobody will read again: zeros compress to nothing.
 *
 * @param {number[]} capsules see snapshot.charsets
 */
function zeroUnused(capsules) {
  const clear = (from, to) => python.HEAPU8.fill(0, from, to);

  // Its frozen modules, imported long since: https://docs.python.org/3.13/c-api/import.html#c._frozen
  const base = imports.env.__memory_base.value;
  for (const list of ["_PyImport_FrozenBootstrap", "_PyImport_FrozenStdlib", "_PyImport_FrozenTest"])
    for (let entry = word(base + c[list].value); word(entry); entry += 16)
      clear(word(entry + 4), word(entry + 4) + word(entry + 8));

  // The character sets of Chinese, Japanese and Korean: struct dbcs_map in CPython's Modules/cjkcodecs/cjkcodecs.h.
  for (const capsule of capsules) {
    const map = word(capsule + 8);
    for (const index of [word(map + 4), word(map + 8)])
      for (let row = index; index && row < index + 256 * 8; row += 8) {
        const [bottom, top] = python.HEAPU8.subarray(row + 4);
        if (word(row)) clear(word(row), word(row) + 2 * (top - bottom + 1));
      }
  }

  // What stands below the stack is constant.
  const constants = Buffer.from(python.HEAPU8.buffer, 0, imports.env.__stack_pointer.value);

  // The character sets of musl's iconv, which nothing here calls.
  for (const [begins, size] of ICONV) {
    const at = constants.indexOf(Buffer.from(Uint16Array.from(begins).buffer));
    if (at >= 0) clear(at, at + 2 * size);
  }

  // What help() would show. Argument Clinic marks it; the linker may have another, short text share its end.
  const mark = "\n--\n\n";
  for (let at = constants.indexOf(mark); at >= 0; at = constants.indexOf(mark, at + mark.length))
    clear(constants.lastIndexOf(0, at) + 1, Math.max(at, constants.indexOf(0, at) - 32));
}

/** Ask every request. Where Python raises, the next one is asked all the same. */
function askAll(pairs) {
  for (const [request] of pairs) {
    try {
      ask(request);
    } catch {
      c.PyErr_Clear();
    }
  }
}

c.Py_InitializeEx(0);
run("import snapshot; from snapshot import charsets; from qbo_checks.browser import answer; str = str");
run(`snapshot.import_late(${imported})`);
const entry = object("answer");
const textType = object("str");
const calling = (value) => asking({ ...c, memory: imports.env.memory, answer: { value } });
const ask = calling(entry);
zeroUnused(JSON.parse(calling(object("charsets"))("")));
const some = pairs.filter((_, index) => index % 9 === 0);
askAll(some); // What is imported or read late is there now, and what does that need not stay.
run("snapshot.watch()");
askAll(pairs);
run("snapshot.drop_unreached()");
askAll(some); // What is computed once and kept is there again.
run("snapshot.forget(); del snapshot, charsets, answer, str");

// Step 2, scrub: take all the memory there is, fill it with zeros, give it back.

full = true;
const taken = [];
for (let size = 1 << 24; size >= 8; size /= 2) {
  for (let address = c.malloc(size); address; address = c.malloc(size)) {
    python.HEAPU8.fill(0, address, address + c.malloc_usable_size(address));
    taken.push(address);
  }
}
for (const address of taken) c.free(address);
const image = python.HEAPU8.slice();
const heap = imports.env.__stack_pointer.value;
const names = forgetNames(image, textType, heap);
const objects = unchain(image, entry, heap);

// Step 3, bake.

function baked() {
  const module = binaryen.readBinary(stock);

  // Where things stand in memory is known now: what was imported, or computed at the start, is a constant.
  const settle = (name, value, mutable = false) => {
    module.removeGlobal(name);
    module.addGlobal(name, binaryen.i32, mutable, module.i32.const(value));
  };
  const given = new Map();
  for (let index = 0; index < module.getNumGlobals(); index++) {
    const { name, module: from, base } = binaryen.getGlobalInfo(module.getGlobalByIndex(index));
    if (from) given.set(name, { base, value: imports[from][base].value });
  }
  const start = module.getStart();
  for (const statement of binaryen.getExpressionInfo(binaryen.getFunctionInfo(start).body).children) {
    const { id, name, value } = binaryen.getExpressionInfo(statement);
    if (id !== binaryen.GlobalSetId) continue; // The other statement clears memory.
    const [base, offset] = [value]
      .map(binaryen.getExpressionInfo)
      .flatMap(({ left, right }) => [left, right]);
    settle(
      name,
      given.get(binaryen.getExpressionInfo(base).name).value + binaryen.getExpressionInfo(offset).value,
    );
  }
  for (const [name, { base, value }] of given) settle(name, value, base === "__stack_pointer");

  for (let index = module.getNumExports() - 1; index >= 0; index--) {
    const { name } = binaryen.getExportInfo(module.getExportByIndex(index));
    if (!ENTRIES.includes(name)) module.removeExport(name);
  }
  binaryen.Function.setBody(start, module.nop());
  // What stays is what an export calls, and what stands in the table: CPython calls that by its place, whatever was
  // pasted. What is removed, nothing can reach.

  module.setMemory(image.length / 65_536, 32_768, "memory", stretches(module), false, false, MEMORY);
  const { length } = imports.env.__indirect_function_table;
  module.removeTable(TABLE);
  module.addTable(TABLE, length, length);
  module.addTableExport(TABLE, "table");
  module.addGlobal("answer", binaryen.i32, false, module.i32.const(entry));
  module.addGlobalExport("answer", "answer");
  module.runPasses([
    "simplify-globals",
    "duplicate-function-elimination",
    "remove-unused-module-elements",
    "vacuum",
  ]);
  module.runPasses(["remove-unused-module-elements"]);
  return module.emitBinary();
}

/** The memory that is not zero, as segments. */
function stretches(module) {
  const found = [];
  let from = -1;
  let last = -1;
  for (let index = 0; index <= image.length; index++) {
    if (image[index]) {
      if (from < 0) from = index;
      last = index;
    } else if (from >= 0 && (index - last > GAP || index === image.length)) {
      found.push({ offset: module.i32.const(from), data: image.subarray(from, last + 1), passive: false });
      from = -1;
    }
  }
  return found;
}

writeFileSync(out, baked());
console.log(
  `${pairs.length} requests, ${image.length / 2 ** 20} MiB of memory, ${objects} objects, ${names} names forgotten`,
);
