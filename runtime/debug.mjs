// Makes the image that overrides/assets/qbo-check/image.js wakes: Pyodide's CPython, put to sleep after it has
// imported and run the rules, as one WebAssembly module. The idea is Wizer's; the tool is Binaryen.
//
//   node runtime/image.mjs LIBRARY WHEEL OUT      (both zip files of .pyc; OUT.wasm is written)
//
// 1. Mark   every function of Pyodide's module, so that running tells which are needed.
// 2. Run    CPython in it, without Pyodide's own Python and its bridge to JavaScript; sleep.py says what it does.
// 3. Scrub: take all the memory there is, fill it with zeros, give it back.

full = true;
const taken = [];
for (let size = 1 << 24; size >= 8; size /= 2) {
  for (let pointer = c.malloc(size); pointer; pointer = c.malloc(size)) {
    python.HEAPU8.fill(0, pointer, pointer + c.malloc_usable_size(pointer));
    taken.push(pointer);
  }
}
for (const pointer of taken) c.free(pointer);

const end = python.HEAPU8.length;
const image = python.HEAPU8.slice(0, end);

// 4. Bake.

function baked() {
  const module = binaryen.readBinary(stock);
  /** Where things are in memory is known now: what was imported or computed at the start becomes a constant. */
  const place = (name, value, mutable = false) => {
    module.removeGlobal(name);
    module.addGlobal(name, binaryen.i32, mutable, module.i32.const(value));
  };
  const given = new Map();
  for (let index = 0; index < module.getNumGlobals(); index++) {
    const { name, module: from, base } = binaryen.getGlobalInfo(module.getGlobalByIndex(index));
    if (from) given.set(name, { base, value: (imports[from][base] ?? { value: 0 }).value });
  }
  const start = module.getStart();
  for (const statement of binaryen.getExpressionInfo(binaryen.getFunctionInfo(start).body).children) {
    const { id, name, value } = binaryen.getExpressionInfo(statement);
    // The other statement clears memory.
    if (id !== binaryen.GlobalSetId) continue;
    const { left, right } = binaryen.getExpressionInfo(value);
    const base = given.get(binaryen.getExpressionInfo(left).name).value;
    place(name, base + binaryen.getExpressionInfo(right).value);
  }
  for (const [name, { base, value }] of given) place(name, value, base === "__stack_pointer");

  const roots = new Set();
  const exported = Array.from({ length: module.getNumExports() }, (_, index) =>
    binaryen.getExportInfo(module.getExportByIndex(index)),
  );
  for (const { name, value } of exported) {
    if (ENTRIES.includes(name)) roots.add(value);
    else module.removeExport(name);
  }

  module.addFunctionImport("cold", "image", "cold", binaryen.none, binaryen.none);
  for (const { index, reference, name } of functions(module)) {
    if (reference === start) binaryen.Function.setBody(reference, module.nop());
    else if (!needed.has(index) && !roots.has(name)) {
      const cold = module.call("cold", [], binaryen.none);
      binaryen.Function.setBody(reference, module.block(null, [cold, module.unreachable()]));
    }
  }

  module.setMemory(Math.ceil(end / 65_536), 32_768, "memory", stretches(module), false, false, MEMORY);
  const { length } = imports.env.__indirect_function_table;
  module.removeTable(TABLE);
  module.addTable(TABLE, length, length);
  module.addTableExport(TABLE, "table");
  module.addGlobal("answer", binaryen.i32, false, module.i32.const(entry));
  module.addGlobalExport("answer", "answer");
  module.runPasses(["simplify-globals", "duplicate-function-elimination", "remove-unused-module-elements", "vacuum"]);
  module.runPasses(["remove-unused-module-elements"]);
  return module.emitBinary();
}

/** The memory that is not zero, as segments. A gap shorter than a segment's own head is not worth one. */
function stretches(module) {
  const GAP = 16;
  const found = [];
  let from = -1;
  let last = -1;
  for (let index = 0; index <= end; index++) {
    if (index < end && image[index]) {
      if (from < 0) from = index;
      last = index;
    } else if (from >= 0 && (index - last > GAP || index === end)) {
      found.push({ offset: module.i32.const(from), data: image.subarray(from, last + 1), passive: false });
      from = -1;
    }
  }
  return found;
}

const binary = baked();

// 5. Prove.

const compiled = await WebAssembly.compile(binary);
const given = answers(requests, wake(compiled), () => wake(compiled));
const wrong = requests.filter((_, index) => given[index] !== expected[index]);
if (wrong.length > 0) throw new Error(`the image answers ${wrong.length} of ${requests.length} requests differently`);

writeFileSync(out, binary);
console.log(JSON.stringify({ requests: requests.length, functions: needed.size, memory: end, size: binary.length }));
