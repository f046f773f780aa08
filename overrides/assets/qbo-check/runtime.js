// Hires the one worker of this tab, hands it its bytes, and sees to it that every request ends: with an
// answer, or with a Failure. The worker itself cannot reach the network.

/** @import { Attempt, Manifest, Reason, Report, Start, ToPage, ToWorker, Way } from "./protocol.js" */

/** A file may take as long as it needs while bytes keep coming; this long without one, and it is lost. */
const STALL = 20_000;
/** Python starts in a fraction of a second, Pyodide in one to three on a laptop; a slow phone gets this long. */
const START = 60_000;
/** A check answers in milliseconds; one that takes this long never ends. */
const CHECK = 10_000;
/** Each way out is given up after three seconds. */
const TRY = 45_000;

/** The ways to run the rules, the fastest first. Where one fails, the next is tried.
 * @type {Way[]} */
const WAYS = ["image", "library", "stock"];

/** Why there is no answer: a fault of ours or of the reader's surroundings, never of what was pasted. */
export class Failure extends Error {
  /**
   * @param {Reason} reason
   * @param {boolean} [final] whether no other way would end differently
   */
  constructor(reason, final = false) {
    super(reason);
    this.reason = reason;
    this.final = final;
  }
}

/** @typedef {{ resolve: (report: string) => void, reject: (failure: Failure) => void }} Waiting */

export class Runtime {
  #base;
  #ways = [...WAYS];
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<void> | undefined} */
  #ready;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #requests = 0;
  /** How many workers have ended: a start that another end overtook must not go on. */
  #ended = 0;
  /** @type {(loaded: number, total: number) => void} */
  #progress;

  /**
   * @param {URL} base the folder of the runtime's files and their manifest.json
   * @param {(loaded: number, total: number) => void} progress called with bytes as they come in
   */
  constructor(base, progress) {
    this.#base = base;
    this.#progress = progress;
  }

  /** Start Python, or wait for the start that is under way. Rejects with a Failure. */
  hire() {
    this.#ready ??= this.#start().catch((error) => {
      this.#ways = [...WAYS];
      throw this.#dismiss(error);
    });
    return this.#ready;
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
    await this.hire();
    const [way] = this.#ways;
    const worker = this.#worker;
    const began = performance.now();
    try {
      const answer = await this.#exchange({ type: "check", request: JSON.stringify(request) });
      performance.measure("qbo:call", { start: began });
      return answer;
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure("crash");
      // A worker that never answers is busy for ever, and one that crashed is in no known state: the next
      // request gets a new one.
      if (this.#worker === worker) this.#dismiss(failure);
      if (failure.reason !== "crash") throw failure;
      // What no example ever needed is not in the image; Pyodide has it. Others may have waited for this one.
      if (this.#ways[0] === way) this.#ways.shift();
      if (this.#ways.length > 0) return this.ask(request);
      this.#ways = [...WAYS];
      throw failure;
    }
  }

  /**
   * Have the worker try every way out of itself (ways-out.js).
   *
   * @returns {Promise<Attempt[]>} rejects with a Failure
   */
  async tryWaysOut() {
    await this.hire();
    return this.#exchange({ type: "try" });
  }

  /**
   * @param {{ type: "check", request: string } | { type: "try" }} message
   * @returns {Promise<any>} what the worker answers to it; rejects with a Failure
   */
  async #exchange(message) {
    const id = ++this.#requests;
    /** @type {Promise<string>} */
    const answered = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#say({ ...message, id });
    try {
      return JSON.parse(await within(message.type === "try" ? TRY : CHECK, answered));
    } finally {
      this.#waiting.delete(id);
    }
  }

  /** End the worker and all that it remembers. The next request starts another; this one's are not repeated. */
  forget() {
    this.#dismiss(new Failure("timeout"));
  }

  async #start() {
    if (typeof WebAssembly !== "object" || typeof Worker !== "function") throw new Failure("browser");
    for (;;) {
      try {
        return await this.#begin(this.#ways[0] ?? "stock");
      } catch (error) {
        const failure = this.#end(error);
        this.#ways.shift();
        if (failure.final || this.#ways.length === 0) throw failure;
      }
    }
  }

  /** @param {Way} way */
  async #begin(way) {
    const began = performance.now();
    const ended = this.#ended;
    // The worker's script loads while the bytes come in.
    const employed = employ();
    const bytes = way === "image" ? this.#image() : this.#files(way);
    bytes.catch(() => {}); // Heard below, unless there is no worker to give them to.
    const worker = await employed;
    if (ended !== this.#ended) {
      worker.terminate();
      throw new Failure("timeout", true);
    }
    this.#worker = worker;
    let running = false;
    /** @type {Promise<void>} */
    const started = new Promise((resolve, reject) => {
      // Before Python runs, an error is a script of the worker's own that did not load.
      worker.addEventListener("error", () => {
        if (running) this.#dismiss(new Failure("crash"));
        else reject(new Failure("network"));
      });
      worker.addEventListener("message", ({ data }) => {
        /** @type {ToPage} */
        const message = data;
        if (message.type === "ready") resolve();
        else if (message.type === "failed" && message.id === null) reject(new Failure(message.reason));
        else if (message.type === "failed")
          this.#waiting.get(message.id ?? 0)?.reject(new Failure(message.reason));
        else if (message.type === "answered") this.#waiting.get(message.id)?.resolve(message.report);
      });
    });
    started.catch(() => {}); // Heard below, or too late to matter.

    const start = await bytes;
    performance.measure("qbo:fetch", { start: began });
    const handed = performance.now();
    this.#say(start, start.way === "image" ? [] : start.files.map((file) => file.bytes));
    await within(START, started);
    running = true;
    performance.measure("qbo:instantiate", { start: handed });
  }

  /**
   * The page compiles the image while it streams in; what the worker gets is the compiled module.
   *
   * @returns {Promise<Start>}
   */
  async #image() {
    const manifest = this.#manifest();
    manifest.catch(() => {}); // Only the bar of progress needs it.
    let loaded = 0;
    const response = await load(new URL("python.wasm", this.#base), async (more) => {
      loaded += more;
      const known = await manifest.catch(() => undefined);
      this.#progress(loaded, known?.files.find(({ name }) => name === "python.wasm")?.size ?? 0);
    });
    const compiling = performance.now();
    const module = await WebAssembly.compileStreaming(response).catch((error) => {
      // Anything but a module that this browser, or its policy, refuses is a transfer that broke off.
      throw error instanceof WebAssembly.CompileError ? new Failure("browser") : failed(error);
    });
    performance.measure("qbo:compile", { start: compiling });
    return { type: "start", way: "image", module };
  }

  /**
   * @param {"library" | "stock"} way
   * @returns {Promise<Start>}
   */
  async #files(way) {
    const { files } = await this.#manifest();
    // Pyodide's scripts are imported by the worker itself.
    const wanted = files.filter(({ name, ways }) => ways.includes(way) && !/\.m?js$/.test(name));
    const total = wanted.reduce((sum, { size }) => sum + size, 0);
    let loaded = 0;
    return {
      type: "start",
      way,
      base: this.#base.href,
      files: await Promise.all(
        wanted.map(async ({ name }) => {
          const response = await load(new URL(name, this.#base), (more) => {
            loaded += more;
            this.#progress(loaded, total);
          });
          return { name: name.split("/").pop() ?? "", bytes: await response.arrayBuffer().catch(rethrow) };
        }),
      ),
    };
  }

  /** @returns {Promise<Manifest>} */
  async #manifest() {
    return (await load(new URL("manifest.json", this.#base))).json().catch(rethrow);
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
  #dismiss(error) {
    const failure = this.#end(error);
    this.#ready = undefined;
    for (const { reject } of this.#waiting.values()) reject(failure);
    this.#waiting.clear();
    return failure;
  }
}

const SCRIPT = new URL("worker.js", import.meta.url);
/** What a host says of the worker's script where it can send headers (overrides/hooks/hosts.py). */
const SEAL = /(?:^|[;,])\s*connect-src 'none'/;

/**
 * A worker that cannot reach the network: by its own policy where the host sends one, else by the policy of a
 * frame, which a worker made of a blob inherits.
 *
 * @returns {Promise<Worker>} rejects with a Failure
 */
async function employ() {
  const { headers } = await load(SCRIPT);
  if (SEAL.test(headers.get("content-security-policy") ?? "")) return new Worker(SCRIPT, { type: "module" });
  return framed();
}

/** @returns {Promise<Worker>} */
async function framed() {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.src = new URL("frame.html", import.meta.url).href;
  /** @type {Promise<void>} */
  const loaded = new Promise((resolve) => frame.addEventListener("load", () => resolve(), { once: true }));
  document.body.append(frame);
  await within(START, loaded);
  const realm = /** @type {typeof globalThis | null} */ (/** @type {unknown} */ (frame.contentWindow));
  // Another policy, which forbids frames, left nothing in this one.
  if (!realm || frame.contentDocument === null) throw new Failure("browser", true);
  const blob = new realm.Blob([`import ${JSON.stringify(SCRIPT.href)};`], { type: "text/javascript" });
  return new realm.Worker(realm.URL.createObjectURL(blob), { type: "module" });
}

/**
 * @template T
 * @param {number} milliseconds
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function within(milliseconds, promise) {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Failure("timeout", true)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** The reason of an aborted transfer: the bytes stopped coming, and no other way would get more. */
const STALLED = new Failure("network", true);

/** @param {unknown} error */
function failed(error) {
  return error instanceof Failure ? error : new Failure("network");
}

/** @param {unknown} error @returns {never} */
function rethrow(error) {
  throw failed(error);
}

/**
 * @param {URL} url
 * @param {(bytes: number) => void} [progress]
 * @returns {Promise<Response>} rejects, or breaks off, with a Failure where the file is missing, cut or stalled
 */
async function load(url, progress = () => {}) {
  const stalled = new AbortController();
  const abort = () => stalled.abort(STALLED);
  let timer = setTimeout(abort, STALL);
  try {
    const response = await fetch(url, { signal: stalled.signal, credentials: "omit" });
    // Each file's address tells what it holds: one that is gone was replaced.
    if (response.status === 404 || response.status === 410) throw new Failure("outdated");
    if (!response.ok || !response.body) throw new Failure("network");
    // Counted in a copy: what the page gets is the browser's own response, which it compiles without us.
    const reader = response.clone().body?.getReader();
    const count = async () => {
      for (;;) {
        const part = await reader?.read();
        clearTimeout(timer);
        if (!part?.value) return;
        timer = setTimeout(abort, STALL);
        progress(part.value.byteLength);
      }
    };
    count().catch(() => clearTimeout(timer));
    return response;
  } catch (error) {
    clearTimeout(timer);
    throw failed(error);
  }
}
