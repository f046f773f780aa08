// <qbo-check>: completes the form that the page already holds (overrides/partials/qbo-check.html).
//
// Attributes are the truth: data-state is idle, loading, ready, checking, done or failed, and after done
// data-verdict is pass, review or fail. The event "qbo-check" tells each change of state. No sentence and
// no rule lives here: words are in the page (qbo-check-words.html), findings come from Python.

import { Failure } from "./failure.js";
import { renderFinding, renderValue } from "./findings.js";
import { progressed, runtime } from "./shared.js";
import { language, part, piece, word } from "./words.js";

/** @import { Comparison, Report } from "./protocol.js" */

/** How long after the last keystroke a check begins by itself. */
const PAUSE = 300;
/** A start that takes longer than this shows how far the download is. */
const PATIENCE = 500;
/** A check that takes longer than this says so. Most end within a frame: what they find replaces at once what
 * stood there, and nothing is drawn in between. */
const NOTICEABLE = 100;

progressed((loaded, total) => {
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
  /** What was pasted into a one-line input, line breaks and all: the input itself would drop them.
   * @type {WeakMap<Element, string>} */
  #pasted = new WeakMap();

  connectedCallback() {
    const form = this.#find("form", HTMLFormElement);
    for (const intent of ["focusin", "pointerenter", "input"]) {
      this.addEventListener(intent, () => this.#hire(), { passive: true });
    }
    form.addEventListener("input", ({ target }) => {
      if (target instanceof Element) this.#pasted.delete(target);
      this.#typed();
    });
    form.addEventListener("paste", (event) => this.#paste(event));
    form.addEventListener("click", ({ target }) => this.#click(target));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#asked = true;
      this.#check();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      if (!(event.target instanceof HTMLTextAreaElement) || "lines" in event.target.dataset) return;
      event.preventDefault();
      form.requestSubmit();
    });
    this.#find("button[type=submit]", HTMLButtonElement).disabled = false;
  }

  /**
   * Say how much of Python has arrived.
   *
   * @param {number} loaded bytes
   * @param {number} total bytes
   */
  progress(loaded, total) {
    const bar = this.#find("[data-part=progress]", HTMLProgressElement);
    bar.max = total;
    bar.value = loaded;
  }

  async #hire() {
    const { state } = this.dataset;
    if (state !== "idle") return;
    this.#enter("loading", word("loading"));
    const patience = setTimeout(() => {
      this.#find("[data-part=progress]", HTMLProgressElement).hidden = this.dataset.state !== "loading";
    }, PATIENCE);
    try {
      await runtime.hire();
      if (this.dataset.state !== "loading") return;
      this.#enter("ready", word("ready"));
      if (this.#asked || this.#filled) this.#check();
    } catch (error) {
      this.#fail(error);
    } finally {
      clearTimeout(patience);
    }
  }

  #typed() {
    clearTimeout(this.#pause);
    delete this.dataset.verdict;
    this.#asked = false;
    if (this.dataset.state === "loading" || this.dataset.state === "failed") return;
    this.#pause = setTimeout(() => this.#filled && this.#check(), PAUSE);
  }

  /**
   * Several lines pasted at once (a dotenv file, a copied table) are one text to the check.
   *
   * @param {ClipboardEvent} event
   */
  #paste(event) {
    const { target } = event;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!(target instanceof HTMLInputElement) || !/[\r\n]/.test(text)) return;
    event.preventDefault();
    target.value = text;
    this.#pasted.set(target, text);
    this.#hire();
    this.#typed();
  }

  /** @param {EventTarget | null} target */
  #click(target) {
    // A page's translator puts elements of its own into each button.
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    if (button.dataset.part === "clear") this.#clear();
    if (button.dataset.part === "reveal") reveal(button, button.getAttribute("aria-pressed") !== "true");
  }

  /** Empty every field, and end the worker: Python forgets with it. */
  #clear() {
    clearTimeout(this.#pause);
    this.#request++;
    this.#asked = false;
    for (const input of this.#inputs()) {
      if (input.type === "hidden" || input instanceof HTMLSelectElement) continue;
      input.value = "";
      this.#pasted.delete(input);
    }
    // What is typed next is hidden again.
    for (const button of this.querySelectorAll("[data-part=reveal]")) reveal(button, false);
    runtime.forget();
    delete this.dataset.verdict;
    this.#show();
    this.#enter("idle", word("cleared"));
  }

  get #filled() {
    return this.#inputs().some(
      (input) => input.type !== "hidden" && !(input instanceof HTMLSelectElement) && input.value !== "",
    );
  }

  async #check() {
    clearTimeout(this.#pause);
    // A check that is asked for before Python runs follows by itself once it does.
    if (this.dataset.state === "idle") return this.#hire();
    if (this.dataset.state === "loading") return;

    const request = ++this.#request;
    this.dataset.state = "checking";
    const busy = setTimeout(() => {
      if (request !== this.#request) return;
      this.#show();
      this.#enter("checking", word("checking"));
    }, NOTICEABLE);
    const fields = Object.fromEntries(
      this.#inputs().map((input) => [input.dataset.field ?? "", this.#pasted.get(input) ?? input.value]),
    );
    try {
      const check = this.getAttribute("check") ?? "";
      const report = await runtime.check({ check, lang: language(), fields });
      if (request !== this.#request) return;
      this.dataset.verdict = report.verdict;
      this.#show(...this.#render(report));
      this.#enter(
        "done",
        [report.summary, ...report.findings.slice(0, 1).map((first) => first.message)].join(" "),
      );
    } catch (error) {
      if (request === this.#request) this.#fail(error);
    } finally {
      clearTimeout(busy);
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
   * @param {"idle" | "loading" | "ready" | "checking" | "done" | "failed"} state
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
    const wrong = new Set(
      report.findings.flatMap(({ severity, field }) => (severity === "error" ? [field] : [])),
    );
    for (const input of this.#inputs()) {
      if (wrong.has(input.dataset.field ?? "")) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
    const list = piece("findings");
    list.replaceChildren(
      ...report.findings.map((finding) => renderFinding(finding, this.#label(finding.field), this.dataset)),
    );
    return [
      list,
      ...(report.comparison ? [renderComparison(report.comparison)] : []),
      ...Object.entries(report.cleaned).map(([field, value]) =>
        this.#renderCleaned(field, value, report.shown[field] ?? null),
      ),
    ];
  }

  /**
   * @param {string} field
   * @param {string} value what the button copies
   * @param {string | null} shown what of it may be displayed; nothing of a secret
   */
  #renderCleaned(field, value, shown) {
    return renderValue(this.#label(field), value, shown ?? word("hidden"));
  }

  /**
   * How a field is called, where the form has more than one to tell apart.
   *
   * @param {string} field
   */
  #label(field) {
    const labels = this.querySelectorAll("label");
    const input = this.querySelector(`[data-field="${field}"]`);
    const label = [...labels].find(({ htmlFor }) => htmlFor === input?.id);
    return labels.length > 1 ? (label?.textContent ?? "") : "";
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

/**
 * Show or hide what a secret's field holds.
 *
 * @param {Element} button
 * @param {boolean} shown
 */
function reveal(button, shown) {
  const input = document.getElementById(button.getAttribute("aria-controls") ?? "");
  button.setAttribute("aria-pressed", String(shown));
  input?.setAttribute("type", shown ? "text" : "password");
}

/** @param {Comparison} comparison */
function renderComparison({ expected, pasted }) {
  const shown = piece("comparison");
  for (const [name, runs] of /** @type {const} */ ([
    ["expected", expected],
    ["pasted", pasted],
  ])) {
    part(shown, name).replaceChildren(
      ...runs.map(([text, differs]) => {
        if (!differs) return text;
        const mark = document.createElement("mark");
        mark.textContent = text;
        return mark;
      }),
    );
  }
  return shown;
}

customElements.define("qbo-check", QboCheck);
