// Restores the Python that plugin/live_checks/runtime/image.mjs took a snapshot of: CPython, the rules and all they had imported,
// as one WebAssembly module whose memory begins where the build left it. Text goes in, text comes out; there
// is no file system, no network and no way from Python to JavaScript but the few functions named here.

/** The image lacks what no rule can call. Whoever gets this asks the whole Pyodide instead. */
export class MissingFunction extends Error {}

/**
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} memory
 * @property {WebAssembly.Table} table
 * @property {WebAssembly.Global} answer the address of the function `qbo_checks.browser.answer`
 * @property {(size: number) => number} malloc
 * @property {(pointer: number) => void} free
 * @property {(text: number, size: number) => number} PyUnicode_FromStringAndSize
 * @property {(object: number, size: number) => number} PyUnicode_AsUTF8AndSize
 * @property {(callable: number, argument: number) => number} PyObject_CallOneArg
 * @property {(object: number) => void} _Py_DecRef
 */

/**
 * @param {WebAssembly.Module} module
 * @returns {(request: string) => string} `qbo_checks.browser.answer`. After it has thrown, the instance is in no known state:
 *   start another.
 */
export function restore(module) {
  /** @type {Exports} */
  let python;

  /** What CPython may ask of its surroundings: the time, and more memory. Output goes nowhere, for a
   * traceback may quote what was pasted.
   * @type {Record<string, (...values: any[]) => unknown>} */
  const known = {
    // CPython calls a C function with more arguments than it takes; WebAssembly forbids it, JavaScript does not.
    _PyEM_TrampolineCall_JS: (index, self, args, keywords) => python.table.get(index)(self, args, keywords),
    _Py_CheckEmscriptenSignals_Helper: () => 0,
    emscripten_date_now: () => Date.now(),
    emscripten_get_now: () => performance.now(),
    clock_time_get(clock, _precision, result) {
      const milliseconds = clock === 0 ? Date.now() : performance.now();
      view().setBigUint64(result, BigInt(Math.round(milliseconds * 1e6)), true);
      return 0;
    },
    emscripten_get_heap_max: () => 0x8000_0000,
    emscripten_resize_heap(size) {
      const missing = Math.ceil((size - python.memory.buffer.byteLength) / 65_536);
      try {
        // Some at a time: each growth makes a new buffer.
        python.memory.grow(Math.max(missing, 64));
        return 1;
      } catch {
        return 0;
      }
    },
    fd_write(_descriptor, buffers, count, written) {
      let size = 0;
      for (let index = 0; index < count; index++) size += view().getUint32(buffers + 8 * index + 4, true);
      view().setUint32(written, size, true);
      return 0;
    },
  };

  const view = () => new DataView(python.memory.buffer);

  /** @type {WebAssembly.Imports} */
  const imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    const lacking = () => {
      throw new MissingFunction(name);
    };
    imports[from] ??= {};
    // A tag has the one parameter that C++ and longjmp throw: a pointer.
    imports[from][name] = kind === "function" ? (known[name] ?? lacking) : tag();
  }
  python = /** @type {any} */ (new WebAssembly.Instance(module, imports)).exports;

  return asking(python);
}

/**
 * @param {Exports} python
 * @returns {(request: string) => string}
 */
export function asking(python) {
  return (request) => {
    const text = new TextEncoder().encode(request);
    const copy = given(python.malloc(text.length + 4));
    new Uint8Array(python.memory.buffer).set(text, copy);
    const argument = given(python.PyUnicode_FromStringAndSize(copy, text.length));
    const answered = python.PyObject_CallOneArg(python.answer.value, argument);
    python._Py_DecRef(argument);
    // NULL: Python raised. What it says could quote what was pasted, so nobody reads it.
    if (!answered) throw new Error("Python raised an exception");
    const start = given(python.PyUnicode_AsUTF8AndSize(answered, copy));
    const size = new DataView(python.memory.buffer).getUint32(copy, true);
    const answer = new TextDecoder().decode(new Uint8Array(python.memory.buffer, start, size));
    python._Py_DecRef(answered);
    python.free(copy);
    return answer;
  };
}

/**
 * What C gives, unless it is NULL: there is no memory for it. What stands at the address 0 is not an answer.
 *
 * @param {number} address
 */
function given(address) {
  if (!address) throw new RangeError("no memory");
  return address;
}

function tag() {
  // TypeScript does not know WebAssembly.Tag yet.
  return new /** @type {any} */ (WebAssembly).Tag({ parameters: ["i32"] });
}
