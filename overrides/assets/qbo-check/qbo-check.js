// <qbo-check>: completes the form that the page already holds (overrides/partials/qbo-check.html).
//
// Attributes are the truth: data-state is idle, loading, ready, checking, done or failed, and after done
// data-verdict is pass, review or fail. The event "qbo-check" tells each change of state. No sentence and
// no rule lives here: words are in the page (qbo-check-words.html), findings come from Python.

import { Failure, Runtime } from "./runtime.js";

/** @import { Finding, Report } from "./protocol.js" */

/** How long after the last keystroke a check begins by itself. */
const PAUSE = 300;
/** A start that takes longer than this shows how far the download is. */
const PATIENCE = 500;

const runtime = new Runtime(new URL("../runtime/", import.meta.url), (loaded, total) => {
  for (const element of document.querySelectorAll("qbo-check[data-state=loading]")) {
    if (element instanceof QboCheck) element.progress(loaded, total);
  }
});

class QboCheck extends HTMLElement {
  #request = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  /** Whether the reader asked for an answer, as opposed to having one offered while typing. */
  #asked = false;
  #loadingSince = 0;

  connectedCallback() {
    const form = this.#find("form", HTMLFormElement);
    for (const intent of ["focusin", "pointerenter", "input"]) {
      this.addEventListener(intent, () => this.#hire(), { passive: true });
    }
    form.addEventListener("input", () => this.#typed());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#asked = true;
      this.#check();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      if (!(event.target instanceof HTMLTextAreaElement)) return;
      event.preventDefault();
      form.requestSubmit();
    });
    this.#find("button[type=submit]", HTMLButtonElement).disabled = false;
  }

  /**
   * Show how much of Python has arrived, once that takes long enough to notice.
   *
   * @param {number} loaded bytes
   * @param {number} total bytes
   */
  progress(loaded, total) {
    if (performance.now() - this.#loadingSince < PATIENCE) return;
    const bar = this.#find("[data-part=progress]", HTMLProgressElement);
    bar.max = total;
    bar.value = loaded;
    bar.hidden = false;
  }

  async #hire() {
    const { state } = this.dataset;
    if (state !== "idle") return;
    this.#loadingSince = performance.now();
    this.#enter("loading", word("loading"));
    try {
      await runtime.hire();
      if (this.dataset.state !== "loading") return;
      this.#enter("ready", word("ready"));
      if (this.#asked || this.#filled) this.#check();
    } catch (error) {
      this.#fail(error);
    }
  }

  #typed() {
    clearTimeout(this.#pause);
    delete this.dataset.verdict;
    this.#asked = false;
    if (this.dataset.state === "loading" || this.dataset.state === "failed") return;
    this.#pause = setTimeout(() => this.#filled && this.#check(), PAUSE);
  }

  get #filled() {
    return this.#inputs().some((input) => input instanceof HTMLTextAreaElement && input.value !== "");
  }

  async #check() {
    clearTimeout(this.#pause);
    // A check that is asked for before Python runs follows by itself once it does.
    if (this.dataset.state === "idle") return this.#hire();
    if (this.dataset.state === "loading") return;

    const request = ++this.#request;
    this.#show();
    this.#enter("checking", word("checking"));
    const fields = Object.fromEntries(
      this.#inputs().map((input) => [input.dataset.field ?? "", input.value]),
    );
    const lang = this.closest("[lang]")?.getAttribute("lang")?.slice(0, 2) ?? "fr";
    try {
      const report = await runtime.check({ check: this.getAttribute("check") ?? "", lang, fields });
      if (request !== this.#request) return;
      this.dataset.verdict = report.verdict;
      this.#show(...this.#render(report));
      this.#enter(
        "done",
        [report.summary, ...report.findings.slice(0, 1).map((first) => first.message)].join(" "),
      );
    } catch (error) {
      if (request === this.#request) this.#fail(error);
    }
  }

  /** @param {unknown} error */
  #fail(error) {
    const reason = error instanceof Failure ? error.reason : "crash";
    const failure = piece("failure");
    part(failure, "retry").addEventListener("click", () => {
      this.#asked = true;
      this.#show();
      this.dataset.state = "idle";
      this.#find("textarea, select", HTMLElement).focus();
      this.#check();
    });
    delete this.dataset.verdict;
    this.#show(failure);
    this.#enter("failed", word(reason));
  }

  /**
   * @param {"loading" | "ready" | "checking" | "done" | "failed"} state
   * @param {string} words what the live region says; the same words again are not said twice
   */
  #enter(state, words) {
    this.dataset.state = state;
    this.#find("[data-part=progress]", HTMLProgressElement).hidden = true;
    const status = this.#find("[data-part=status]", HTMLElement);
    if (status.textContent !== words) status.textContent = words;
    this.dispatchEvent(new CustomEvent("qbo-check", { bubbles: true, detail: { state } }));
  }

  /** @param {HTMLElement[]} pieces what the report's place shows; nothing hides it */
  #show(...pieces) {
    const report = this.#find("[data-part=report]", HTMLElement);
    report.replaceChildren(...pieces);
    report.hidden = pieces.length === 0;
  }

  /**
   * @param {Report} report
   * @returns {HTMLElement[]}
   */
  #render(report) {
    const list = piece("findings");
    list.replaceChildren(...report.findings.map((finding) => this.#renderFinding(finding)));
    return [list, ...Object.values(report.cleaned).map(renderCleaned)];
  }

  /** @param {Finding} finding */
  #renderFinding(finding) {
    const item = piece("finding");
    item.dataset.code = finding.code;
    item.dataset.severity = finding.severity;
    part(item, "severity").textContent = word(finding.severity);
    part(item, "message").textContent = finding.message;
    part(item, "help").textContent = finding.help;
    part(item, "code").textContent = finding.code;
    part(item, "explain").setAttribute("href", `${this.dataset.explain}#${finding.code}`);
    if (finding.excerpt) {
      const [before, marked, after] = finding.excerpt;
      part(item, "before").textContent = before;
      part(item, "marked").textContent = marked;
      part(item, "after").textContent = after;
    } else {
      part(item, "excerpt").remove();
    }
    return item;
  }

  #inputs() {
    return /** @type {(HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]} */ ([
      ...this.querySelectorAll("[data-field]"),
    ]);
  }

  /**
   * @template {HTMLElement} T
   * @param {string} selector
   * @param {new () => T} type
   * @returns {T}
   */
  #find(selector, type) {
    const found = this.querySelector(selector);
    if (found instanceof type) return found;
    throw new TypeError(`<qbo-check> holds no ${selector}`);
  }
}

/** @param {string} value */
function renderCleaned(value) {
  const cleaned = piece("cleaned");
  part(cleaned, "value").textContent = value;
  const button = part(cleaned, "copy");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(value);
      button.textContent = word("copied");
    } catch {
      // No clipboard here (a page without TLS, a refusal): the value is selected, ready to be copied by hand.
      getSelection()?.selectAllChildren(part(cleaned, "value"));
    }
  });
  return cleaned;
}

/** The page's pieces and words, see overrides/partials/qbo-check-words.html. */
function words() {
  const template = document.getElementById("qbo-check-words");
  if (template instanceof HTMLTemplateElement) return template.content;
  throw new TypeError("the page holds no #qbo-check-words");
}

/** @param {string} name */
function word(name) {
  return words().querySelector(`[data-word="${name}"]`)?.textContent ?? "";
}

/**
 * @param {string} name
 * @returns {HTMLElement}
 */
function piece(name) {
  return /** @type {HTMLElement} */ (part(words(), name).cloneNode(true));
}

/**
 * @param {ParentNode} parent
 * @param {string} name
 * @returns {HTMLElement}
 */
function part(parent, name) {
  const found = parent.querySelector(`[data-part="${name}"]`);
  if (found instanceof HTMLElement) return found;
  throw new TypeError(`no part ${name}`);
}

customElements.define("qbo-check", QboCheck);
