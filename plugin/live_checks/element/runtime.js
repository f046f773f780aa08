// Starts the one worker of this tab, hands it its bytes, and sees to it that every request ends: with an
// answer, or with a Failure. The worker itself cannot reach the network (start-worker.js).

import { Failure, within } from "./failure.js";
import { startWorker } from "./start-worker.js";

/** @import { Attempt, Backend, Packed, PackedFile, Report, Start, ToPage, ToWorker } from "./protocol.js" */

/** A file may take as long as it needs while bytes keep coming; this long without one, and it is lost. */
const STALL_TIMEOUT_MS = 20_000;
/** Where the browser itself compares the digest, a file comes whole or not at all, and gets this long. */
const FILE_TIMEOUT_MS = 180_000;
/** Python starts in a fraction of a second, Pyodide in one to three on a laptop; a slow phone gets this long.
 * @type {Record<Backend, number>} */
const START_TIMEOUTS_MS = { image: 20_000, library: 60_000, stock: 60_000 };
/** A check answers in milliseconds; one that takes this long never ends. */
const CHECK_TIMEOUT_MS = 10_000;
/** Each way out is given up after three seconds. */
const EGRESS_TIMEOUT_MS = 45_000;

/** What can run the rules, the fastest first. Where one fails, the next is tried.
 * @type {Backend[]} */
const BACKENDS = ["image", "library", "stock"];
/** What the workers run.
 * @type {Record<Backend, string>} */
const SCRIPTS = { image: "image-worker.js", library: "pyodide-worker.js", stock: "pyodide-worker.js" };
const IMAGE = "python.wasm";
const EGRESS = "egress.js";

/** @typedef {{ resolve: (report: string) => void, reject: (failure: Failure) => void }} Waiting */

export class Runtime {
  #packed;
  #backends = [...BACKENDS];
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<void> | undefined} */
  #ready;
  /** @type {Promise<void> | undefined} */
  #sealed;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #requests = 0;
  /** Whether the reader has shown that they want an answer. */
  #asked = false;
  /** How many workers have ended: a start that another end overtook must not go on. */
  #ended = 0;
  /** The image as it is kept on the reader's device, where it is: the first start reads it.
   * @type {Packed["kept"]} */
  #kept;
  /** @type {(loaded: number, total: number) => void} */
  #progress;

  /**
   * @param {Packed} packed where the runtime's files are, and what the page was built with
   * @param {(loaded: number, total: number) => void} progress called with bytes as they come in
   */
  constructor(packed, progress) {
    this.#packed = packed;
    this.#kept = packed.kept;
    this.#progress = progress;
  }

  /**
   * Start Python, or wait for the start that is under way. Rejects with a Failure.
   *
   * @param {boolean} [asked] whether the reader wants it: what nobody asked for is tried in the smallest backend alone, and
   *   is not yet asked whether it is sealed
   */
  start(asked = true) {
    this.#asked ||= asked;
    this.#ready ??= this.#start().catch((error) => {
      this.#backends = [...BACKENDS];
      throw this.#stop(error);
    });
    if (!asked) return this.#ready;
    this.#sealed ??= this.#ready.then(() => this.#prove());
    return this.#sealed;
  }

  /** Whether the reader keeps on their device what a start takes, so that nothing has to be downloaded. */
  async kept() {
    return (await this.#kept) !== undefined;
  }

  /** Nothing is handed over to be checked before. */
  async #prove() {
    try {
      await this.#exchange({ type: "prove" });
    } catch (error) {
      throw this.#stop(error);
    }
  }

  /**
   * @param {{ check: string, lang: string, fields: Record<string, string> }} request
   * @returns {Promise<Report>} rejects with a Failure
   */
  check(request) {
    return this.ask(request);
  }

  /**
   * @param {object} request see `qbo_checks.browser.answer`
   * @returns {Promise<any>} its answer; rejects with a Failure
   */
  async ask(request) {
    await this.start();
    const [backend] = this.#backends;
    const worker = this.#worker;
    const began = performance.now();
    try {
      const answer = await this.#exchange({ type: "check", request: JSON.stringify(request) });
      measure("qbo:call", began);
      return answer;
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure("crash");
      // A worker that never answers is busy for ever, and one that crashed is in no known state: the next
      // request gets a new one.
      if (this.#worker === worker) this.#stop(failure);
      if (failure.reason !== "crash") throw failure;
      // What no example ever needed is not in the image; Pyodide has it. Others may have waited for this one.
      if (this.#backends[0] === backend) this.#backends.shift();
      if (this.#backends.length > 0) return this.ask(request);
      this.#backends = [...BACKENDS];
      throw failure;
    }
  }

  /**
   * Have a worker that is made as Python's is try every way out of itself (egress.js).
   *
   * @returns {Promise<Attempt[]>} rejects with a Failure
   */
  async tryEgress() {
    const worker = await this.#startWorker(EGRESS);
    try {
      /** @type {Promise<string>} */
      const answered = new Promise((resolve, reject) => {
        worker.addEventListener("message", ({ data }) => {
          if (data.type === "answered") resolve(data.report);
          else reject(new Failure(data.reason));
        });
      });
      worker.postMessage({ type: "try", id: 1 });
      return JSON.parse(await within(EGRESS_TIMEOUT_MS, answered));
    } finally {
      worker.terminate();
    }
  }

  /**
   * @param {{ type: "prove" } | { type: "check", request: string }} message
   * @returns {Promise<any>} what the worker answers to it; rejects with a Failure
   */
  async #exchange(message) {
    const id = ++this.#requests;
    /** @type {Promise<string>} */
    const answered = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#say({ ...message, id });
    try {
      return JSON.parse(await within(CHECK_TIMEOUT_MS, answered));
    } finally {
      this.#waiting.delete(id);
    }
  }

  /** End the worker and all that it remembers. The next request starts another; this one's are not repeated. */
  forget() {
    this.#stop(new Failure("timeout"));
  }

  async #start() {
    if (typeof WebAssembly !== "object" || typeof Worker !== "function") throw new Failure("browser");
    for (;;) {
      try {
        return await this.#begin(this.#backends[0] ?? "stock");
      } catch (error) {
        const failure = this.#end(error);
        this.#backends.shift();
        if (failure.final || !this.#asked || this.#backends.length === 0) throw failure;
      }
    }
  }

  /** @param {Backend} backend */
  async #begin(backend) {
    const began = performance.now();
    const ended = this.#ended;
    // The worker is made while the bytes come in.
    const starting = this.#startWorker(SCRIPTS[backend]);
    starting.catch(() => {}); // Heard below, as are the bytes.
    const bytes = backend === "image" ? this.#image() : this.#files(backend);
    bytes.catch(() => {}); // Heard below, unless there is no worker to give them to.
    const worker = await starting;
    if (ended !== this.#ended) {
      worker.terminate();
      throw new Failure("timeout", true);
    }
    this.#worker = worker;
    let running = false;
    /** @type {Promise<void>} */
    const started = new Promise((resolve, reject) => {
      worker.addEventListener("error", () => {
        if (running) this.#stop(new Failure("crash"));
        else reject(new Failure("crash"));
      });
      worker.addEventListener("message", ({ data }) => {
        /** @type {ToPage} */
        const message = data;
        // biome-ignore lint/suspicious/noConsole: the worker sends it to the author of a page alone (protocol.d.ts).
        if (message.type === "failed" && message.traceback) console.error(message.traceback);
        if (message.type === "ready") resolve();
        else if (message.type === "failed" && message.id === null) reject(new Failure(message.reason));
        else if (message.type === "failed")
          this.#waiting.get(message.id ?? 0)?.reject(new Failure(message.reason));
        else if (message.type === "answered") this.#waiting.get(message.id)?.resolve(message.report);
      });
    });
    started.catch(() => {}); // Heard below, or too late to matter.

    const start = await bytes;
    measure("qbo:fetch", began);
    const handed = performance.now();
    this.#say(start, start.backend === "image" ? [] : start.files.map((file) => file.bytes));
    // Pyodide may start where the image does not, and would take as long the second time.
    await within(START_TIMEOUTS_MS[backend], started, backend !== "image");
    running = true;
    measure("qbo:instantiate", handed);
  }

  /**
   * @param {string} name the worker's script
   * @returns {Promise<Worker>}
   */
  async #startWorker(name) {
    const file = this.#file(name);
    const { bytes } = await this.#load(file);
    return startWorker(new TextDecoder().decode(await bytes), this.#address(file));
  }

  /**
   * The page compiles the image while it streams in; what the worker gets is the compiled module, once the digest
   * of what was compiled is right.
   *
   * @returns {Promise<Start>}
   */
  async #image() {
    const file = this.#file(IMAGE);
    let loaded = 0;
    const found = this.#kept;
    this.#kept = undefined;
    const progress = (/** @type {number} */ more) => {
      loaded += more;
      this.#progress(loaded, file.size);
    };
    const kept = found?.then((image) => image?.response);
    const { response, bytes } = await load(this.#address(file), file, progress, kept);
    const compiling = performance.now();
    const [module] = await Promise.all([
      ((await found)?.compiled ?? WebAssembly.compileStreaming(response))
        // A host that does not know the type of the file keeps the browser from compiling it as it comes; a transfer
        // that broke off has no bytes.
        .catch(async (error) => {
          if (error instanceof WebAssembly.CompileError) throw error;
          return WebAssembly.compile(await bytes);
        })
        .catch((error) => {
          // This browser, or its policy, refuses the module.
          throw error instanceof WebAssembly.CompileError ? new Failure("browser") : failed(error);
        }),
      bytes,
    ]);
    measure("qbo:compile", compiling);
    return { type: "start", debug: this.#packed.debug, backend: "image", module };
  }

  /**
   * @param {"library" | "stock"} backend
   * @returns {Promise<Start>}
   */
  async #files(backend) {
    // The worker's script is text, and is handed over as such.
    const wanted = this.#packed.files.filter(
      ({ name, backends }) => backends.includes(backend) && !name.endsWith(".js"),
    );
    const total = wanted.reduce((sum, { size }) => sum + size, 0);
    let loaded = 0;
    return {
      type: "start",
      debug: this.#packed.debug,
      backend,
      files: await Promise.all(
        wanted.map(async (file) => {
          const { bytes } = await this.#load(file, (more) => {
            loaded += more;
            this.#progress(loaded, total);
          });
          return { name: file.name.split("/").pop() ?? "", bytes: (await bytes).buffer };
        }),
      ),
    };
  }

  /** @param {string} name */
  #file(name) {
    const file = this.#packed.files.find((each) => each.name === name);
    if (file) return file;
    throw new TypeError(`the page knows no ${name}`);
  }

  /** @param {PackedFile} file */
  #address(file) {
    return new URL(file.name, this.#packed.folder);
  }

  /**
   * @param {PackedFile} file
   * @param {(bytes: number) => void} [progress] called with bytes as they come in
   */
  #load(file, progress) {
    return load(this.#address(file), file, progress);
  }

  /**
   * @param {ToWorker} message
   * @param {ArrayBuffer[]} [transfer]
   */
  #say(message, transfer = []) {
    this.#worker?.postMessage(message, transfer);
  }

  /** @param {unknown} error */
  #end(error) {
    this.#ended++;
    this.#worker?.terminate();
    this.#worker = undefined;
    return error instanceof Failure ? error : new Failure("crash");
  }

  /**
   * End the worker, and with it everything that was asked of it.
   *
   * @param {unknown} error
   */
  #stop(error) {
    const failure = this.#end(error);
    this.#ready = this.#sealed = undefined;
    for (const { reject } of this.#waiting.values()) reject(failure);
    this.#waiting.clear();
    return failure;
  }
}

/** The reason of an aborted transfer: the bytes stopped coming, and no other backend would get more. */
const STALLED = new Failure("network", true);

/** @param {unknown} error */
function failed(error) {
  return error instanceof Failure ? error : new Failure("network");
}

/**
 * Tell the browser's own record of the page how long something took.
 *
 * @param {string} name
 * @param {number} start
 */
function measure(name, start) {
  try {
    performance.measure(name, { start });
  } catch {
    // A script of somebody else's may have put another in its place; nothing here depends on it.
  }
}

/**
 * What the reader keeps of this guide on their device (service-worker.js). Read without the service worker, which would
 * hand on every byte, it comes in half the time.
 *
 * @param {URL} url
 * @returns {Promise<Response | undefined>}
 */
async function kept(url) {
  try {
    if (navigator.serviceWorker?.controller) return await caches.match(url);
  } catch {
    // This browser no longer lets the page see what it keeps: the service worker may.
  }
}

/**
 * Get a file, and compare it with what the page was built with.
 *
 * @param {URL} url
 * @param {PackedFile} file
 * @param {(bytes: number) => void} [progress] called with bytes as they come in
 * @param {Promise<Response | undefined>} [found] what is kept of it on the reader's device
 * @returns {Promise<{ response: Response, bytes: Promise<Uint8Array<ArrayBuffer>> }>} the answer, still to be read, and
 *   what it turns out to hold, compared; both reject, or break off, with a Failure where the file is missing, cut,
 *   stalled or another
 */
async function load(url, { size, integrity }, progress = () => {}, found = kept(url)) {
  const stalled = new AbortController();
  const abort = () => stalled.abort(STALLED);
  /** What is kept on the device cannot be aborted as what comes from the network can.
   * @type {Promise<never>} */
  const lost = new Promise((_, reject) => {
    stalled.signal.addEventListener("abort", () => reject(STALLED));
  });
  lost.catch(() => {}); // Heard wherever something is waited for.
  // Only a page that came over TLS may compute digests. Elsewhere the browser compares, once all is there.
  const subtle = globalThis.crypto?.subtle;
  let timer = setTimeout(abort, subtle ? STALL_TIMEOUT_MS : FILE_TIMEOUT_MS);
  try {
    const ask = async () =>
      (await found) ?? fetch(url, { signal: stalled.signal, ...(subtle ? {} : { integrity }) });
    const response = await Promise.race([ask(), lost]);
    // Each file's address tells what it holds: one that is gone was replaced. Some hosts have a page of theirs for
    // whatever is not there, or for who has to sign in again, and call it found.
    const page = response.headers.get("content-type")?.startsWith("text/html");
    if (page || response.status === 404 || response.status === 410) throw new Failure("outdated");
    if (!response.ok || !response.body) throw new Failure("network");
    // Read from a copy: what the page compiles is the browser's own response, which it knows from its cache.
    const reader = /** @type {ReadableStreamDefaultReader<Uint8Array>} */ (
      response.clone().body?.getReader()
    );
    const read = async () => {
      const bytes = new Uint8Array(size);
      let length = 0;
      for (;;) {
        const part = await Promise.race([reader.read(), lost]);
        clearTimeout(timer);
        if (!part.value) break;
        timer = setTimeout(abort, STALL_TIMEOUT_MS);
        if (length + part.value.byteLength <= size) bytes.set(part.value, length);
        length += part.value.byteLength;
        progress(part.value.byteLength);
      }
      // Computing it takes a slow phone as long as a frame: not in the task in which the browser has compiled the last bytes.
      await new Promise((resolve) => setTimeout(resolve));
      const same = length === size && (!subtle || (await digest(subtle, bytes)) === integrity);
      if (!same) throw new Failure("altered");
      return bytes;
    };
    const bytes = read().catch((error) => {
      clearTimeout(timer);
      throw failed(error);
    });
    bytes.catch(() => {}); // Whoever asked for it hears of it.
    return { response, bytes };
  } catch (error) {
    clearTimeout(timer);
    throw failed(error);
  }
}

/**
 * @param {SubtleCrypto} subtle
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function digest(subtle, bytes) {
  const hash = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...hash))}`;
}
