// Hires the one worker of this tab, hands it its bytes, and sees to it that every request ends: with an
// answer, or with a Failure. Nothing is fetched before the first request for it.

/** @import { Reason, Report, RuntimeFile, ToPage, ToWorker } from "./protocol.js" */

/** A file may take as long as it needs while bytes keep coming; this long without one, and it is lost. */
const STALL = 20_000;
/** Python starts in one to three seconds on a laptop; a slow phone gets this long. */
const START = 60_000;
/** A check answers in milliseconds; one that takes this long never ends. */
const CHECK = 10_000;

/** Why there is no answer: a fault of ours or of the reader's surroundings, never of what was pasted. */
export class Failure extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @typedef {{ resolve: (report: string) => void, reject: (failure: Failure) => void }} Waiting */

export class Runtime {
  #base;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<void> | undefined} */
  #ready;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #requests = 0;
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
      const failure = error instanceof Failure ? error : new Failure("crash");
      this.#dismiss(failure);
      throw failure;
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
    const id = ++this.#requests;
    /** @type {Promise<string>} */
    const answered = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#say({ type: "check", id, request: JSON.stringify(request) });
    try {
      return JSON.parse(await within(CHECK, answered));
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure("crash");
      // A worker that never answers is busy for ever: the next request gets a new one.
      if (failure.reason === "timeout") this.#dismiss(failure);
      throw failure;
    } finally {
      this.#waiting.delete(id);
    }
  }

  /** End the worker and all that it remembers. The next request starts another. */
  forget() {
    this.#dismiss(new Failure("crash"));
  }

  async #start() {
    if (typeof WebAssembly !== "object" || typeof Worker !== "function") throw new Failure("browser");
    // The worker's script loads while the bytes come in.
    const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    this.#worker = worker;
    /** @type {Promise<void>} */
    const started = new Promise((resolve, reject) => {
      // An error event before Python runs means that the worker's own script did not load.
      worker.addEventListener("error", () => reject(new Failure("network")));
      worker.addEventListener("message", ({ data }) => {
        /** @type {ToPage} */
        const message = data;
        if (message.type === "ready") resolve();
        else if (message.type === "failed" && message.id === null) reject(new Failure(message.reason));
        else if (message.type === "failed")
          this.#waiting.get(message.id ?? 0)?.reject(new Failure(message.reason));
        else this.#waiting.get(message.id)?.resolve(message.report);
      });
    });
    started.catch(() => {}); // Heard below, or too late to matter.
    worker.addEventListener("error", () => this.#dismiss(new Failure("crash")));

    const files = await Promise.race([this.#download(), started.then(() => [])]);
    this.#say(
      { type: "start", base: this.#base.href, files },
      files.map((file) => file.bytes),
    );
    await within(START, started);
  }

  /** @returns {Promise<RuntimeFile[]>} */
  async #download() {
    /** @type {{ files: { name: string, size: number }[] }} */
    const manifest = JSON.parse(
      new TextDecoder().decode(await fetchBytes(new URL("manifest.json", this.#base))),
    );
    // Pyodide's scripts are imported by the worker itself.
    const wanted = manifest.files.filter(({ name }) => !/\.m?js$/.test(name));
    const total = wanted.reduce((sum, { size }) => sum + size, 0);
    let loaded = 0;
    return Promise.all(
      wanted.map(async ({ name }) => ({
        name,
        bytes: await fetchBytes(new URL(name, this.#base), (more) => {
          loaded += more;
          this.#progress(loaded, total);
        }),
      })),
    );
  }

  /**
   * @param {ToWorker} message
   * @param {ArrayBuffer[]} [transfer]
   */
  #say(message, transfer = []) {
    this.#worker?.postMessage(message, transfer);
  }

  /**
   * End the worker, and with it everything that was asked of it.
   *
   * @param {Failure} failure
   */
  #dismiss(failure) {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = undefined;
    for (const { reject } of this.#waiting.values()) reject(failure);
    this.#waiting.clear();
  }
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
    timer = setTimeout(() => reject(new Failure("timeout")), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * @param {URL} url
 * @param {(bytes: number) => void} [progress]
 * @returns {Promise<ArrayBuffer>} rejects with a Failure where the file is missing, cut or stalled
 */
async function fetchBytes(url, progress = () => {}) {
  const stalled = new AbortController();
  const abort = () => stalled.abort();
  let timer = setTimeout(abort, STALL);
  try {
    const response = await fetch(url, { signal: stalled.signal, credentials: "omit" });
    if (!response.ok || !response.body) throw new Failure("network");
    const watched = response.body.pipeThrough(
      new TransformStream({
        transform(chunk, controller) {
          clearTimeout(timer);
          timer = setTimeout(abort, STALL);
          progress(chunk.byteLength);
          controller.enqueue(chunk);
        },
      }),
    );
    return await new Response(watched).arrayBuffer();
  } catch {
    throw new Failure("network");
  } finally {
    clearTimeout(timer);
  }
}
