// <qbo-check>: completes the form that the page already holds (overrides/partials/qbo-check.html).
//
// Attributes are the truth: data-state is idle, loading, ready, checking, done or failed, and after done
// data-verdict is pass, review or fail. The event "qbo-check" tells each change of state. No sentence and
// no rule lives here: words are in the page (qbo-check-words.html), findings come from Python.
//
// A field is judged when the reader asks, pastes, or leaves it filled; once it is, each change is judged again.
// An empty field is found fault with only when the reader asks.

import { keep, kept } from "./saved-fields.js";
import {
  Failure,
  filled,
  language,
  part,
  piece,
  progressed,
  renderComparison,
  renderFinding,
  renderValue,
  runtime,
  word,
} from "./shared.js";

/** @import { Finding, Report } from "./protocol.js" */

/** How long after the last keystroke what was judged before is judged again. */
const PAUSE = 300;
/** A start that takes longer than this is told of, with what is left of the download. */
const PATIENCE = 500;
/** A check that takes longer than this says so. Most end within a frame: what they find replaces at once what
 * stood there, and nothing is drawn in between. */
const NOTICEABLE = 100;
/** Python reads 100 000 characters; no character takes more bytes than four. What is longer need not be read. */
const READ = 400_004;

progressed((loaded, total) => {
  for (const element of document.querySelectorAll("qbo-check[data-state=loading]")) {
    if (element instanceof QboCheck) element.progress(loaded, total);
  }
});

class QboCheck extends HTMLElement {
  #request = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  /** Whether the reader asked for an answer, as opposed to having one offered. */
  #asked = false;
  /** Whether something is to be judged as soon as Python runs. */
  #due = false;
  /** What was judged, by its fields, and what was found: asking again for the same says so.
   * @type {string | undefined} */
  #judged;
  /** When the download began, by the clock of the page, and how much had come by then.
   * @type {[time: number, loaded: number] | undefined} */
  #began;
  /** What was pasted into a one-line input, line breaks and all: the input itself would drop them.
   * @type {WeakMap<Element, string>} */
  #pasted = new WeakMap();

  connectedCallback() {
    const form = this.#find("form", HTMLFormElement);
    for (const intent of ["focusin", "pointerenter", "input"]) {
      this.addEventListener(intent, () => this.#start(), { passive: true });
    }
    form.addEventListener("input", (event) => this.#typed(event));
    form.addEventListener("change", () => this.#left());
    form.addEventListener("paste", (event) => this.#paste(event));
    form.addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
    form.addEventListener("drop", (event) => this.#drop(event));
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
    this.addEventListener("qbo-copied", () => this.#say(word("copied")));
    // A page that comes back as it was left holds no secret. Of its other fields, WebKit would empty those of a form
    // that is not to be completed, and leave what was found in them.
    addEventListener("pagehide", ({ persisted }) => persisted && form.setAttribute("autocomplete", "on"));
    addEventListener("pageshow", ({ persisted }) => {
      form.setAttribute("autocomplete", "off");
      if (persisted) this.#returned();
    });
    this.#restore();
    for (const button of form.querySelectorAll("button[disabled]")) button.removeAttribute("disabled");
    // A reader may be in a field before this script is there.
    if (this.matches(":focus-within")) this.#start();
  }

  /**
   * Say how much of Python is still to come, and how long that takes at the pace so far.
   *
   * @param {number} loaded bytes
   * @param {number} total bytes
   */
  progress(loaded, total) {
    const bar = this.#find("[data-part=progress]", HTMLProgressElement);
    bar.max = total;
    bar.value = loaded;
    const now = performance.now();
    this.#began ??= [now, loaded];
    const [time, first] = this.#began;
    if (now - time < PATIENCE) return;
    const left = total - loaded;
    const seconds = Math.ceil((left * (now - time)) / 1000 / Math.max(loaded - first, 1));
    const size = (left / 1e6).toLocaleString(language(), { maximumFractionDigits: 1 });
    const words = filled("left", { size, seconds });
    this.#find("[data-part=left]", HTMLElement).textContent = words;
    bar.setAttribute("aria-valuetext", words);
  }

  async #start() {
    const { state } = this.dataset;
    if (state !== "idle") return;
    this.#enter("loading");
    const patience = setTimeout(() => {
      if (this.dataset.state !== "loading") return;
      this.#say(word("loading"));
      this.#waiting(true);
    }, PATIENCE);
    try {
      await runtime.start();
      if (this.dataset.state !== "loading") return;
      // Who was told of the wait is told of its end; nobody else has to know that there was one.
      this.#enter("ready");
      this.#say(this.#find("[data-part=status]", HTMLElement).textContent ? word("ready") : "");
      if (this.#asked || (this.#due && this.#filled)) this.#check();
      else this.#glean();
    } catch (error) {
      this.#fail(error);
    } finally {
      clearTimeout(patience);
    }
  }

  /** @param {Event} event */
  #typed(event) {
    // What this script puts into a field, it says itself (`#put`).
    if (event.isTrusted && event.target instanceof Element) this.#pasted.delete(event.target);
    clearTimeout(this.#pause);
    this.#asked = false;
    this.#request++;
    const { verdict, state } = this.dataset;
    const judged = this.#judged !== undefined;
    delete this.dataset.verdict;
    this.#due = this.#filled && (this.#due || whole(event));
    if (!this.#filled) {
      this.#keep([]);
      this.#show();
    }
    if (state === "loading" || state === "failed" || state === "idle") {
      if (state === "idle" && this.#due) this.#check();
      return;
    }
    // What passed is no longer what stands there; what failed may still.
    if (verdict === "pass") this.#show();
    if (whole(event) && this.#filled) this.#check();
    else if (judged && this.#filled) this.#pause = setTimeout(() => this.#check(), PAUSE);
    else {
      this.#enter("ready");
      this.#pause = setTimeout(() => this.#glean(), PAUSE);
    }
  }

  /** A field was left, or a choice made. */
  #left() {
    if (this.#filled && !this.#judged?.startsWith(this.#held)) this.#check();
    // Not every way of emptying a field tells of it as it is typed in.
    else if (!this.#filled && this.#judged !== undefined) this.#restart();
  }

  /**
   * Several lines pasted at once (a dotenv file, a copied table) are one text to the check.
   *
   * @param {ClipboardEvent} event
   */
  #paste(event) {
    const { target, clipboardData } = event;
    const text = clipboardData?.getData("text/plain") ?? "";
    if (!text && clipboardData?.files[0]) {
      event.preventDefault();
      this.#take(target, clipboardData.files[0]);
    } else if (target instanceof HTMLInputElement && /[\r\n]/.test(text)) {
      event.preventDefault();
      this.#put(target, text);
    }
  }

  /** @param {DragEvent} event */
  #drop(event) {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    this.#take(event.target, file);
  }

  /**
   * Read a file of text in the place of what it was dropped on; say what to do with any other.
   *
   * @param {EventTarget | null} target
   * @param {File} file
   */
  async #take(target, file) {
    let text = "\0";
    try {
      if (!file.type.startsWith("image/")) text = await file.slice(0, READ).text();
    } catch {
      // It is gone, is a folder, or may not be read.
    }
    const input = this.#written().find((each) => each === target) ?? this.#written()[0];
    if (text.includes("\0") || !input) this.#say(word("not-text"));
    else this.#put(input, text);
  }

  /**
   * @param {HTMLInputElement | HTMLTextAreaElement} input
   * @param {string} text
   */
  #put(input, text) {
    input.value = text;
    if (input instanceof HTMLInputElement) this.#pasted.set(input, text);
    input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }

  /** @param {EventTarget | null} target */
  #click(target) {
    // A page's translator puts elements of its own into each button.
    const act = target instanceof Element && target.closest("button");
    if (!act) return;
    if (act.dataset.part === "clear") this.#clear();
    if (act.dataset.part === "reveal") reveal(act, act.getAttribute("aria-pressed") !== "true");
  }

  /** Say nothing of fields that hold nothing any more. */
  #restart() {
    this.#request++;
    this.#keep([]);
    this.#show();
    delete this.dataset.verdict;
    this.#enter("ready");
  }

  /** Empty every field, and end the worker: Python forgets with it. */
  #clear() {
    clearTimeout(this.#pause);
    this.#request++;
    this.#asked = this.#due = false;
    for (const input of this.#written()) {
      input.value = "";
      this.#pasted.delete(input);
    }
    // What is typed next is hidden again.
    for (const button of this.querySelectorAll("[data-part=reveal]")) reveal(button, false);
    this.#keep([]);
    runtime.forget();
    delete this.dataset.verdict;
    this.#show();
    this.#enter("idle");
    this.#say(word("cleared"));
  }

  /** What the reader writes in, as opposed to choosing. */
  #written() {
    return this.#inputs()
      .filter((input) => input.type !== "hidden" && !(input instanceof HTMLSelectElement))
      .map((input) => /** @type {HTMLInputElement | HTMLTextAreaElement} */ (input));
  }

  get #filled() {
    return this.#written().some((input) => input.value !== "");
  }

  #fields() {
    return Object.fromEntries(
      this.#inputs().map((input) => [input.dataset.field ?? "", this.#pasted.get(input) ?? input.value]),
    );
  }

  /** What the fields hold, as the beginning of what was judged. */
  get #held() {
    return `[${JSON.stringify(this.#fields())},`;
  }

  /** Learn which fields may be kept, of what the reader is still typing: nothing is told of it. */
  async #glean() {
    if (!this.#filled) return;
    const request = this.#request;
    try {
      const check = this.getAttribute("check") ?? "";
      const { keepable } = await runtime.check({ check, lang: language(), fields: this.#fields() });
      if (request === this.#request) this.#keep(keepable);
    } catch {
      // Nothing is kept then; whoever asks for an answer is told of the failure.
    }
  }

  async #check() {
    clearTimeout(this.#pause);
    this.#due = true;
    // A check that is asked for before Python runs follows by itself once it does.
    if (this.dataset.state === "idle") return this.#start();
    if (this.dataset.state === "loading") return;

    const request = ++this.#request;
    this.dataset.state = "checking";
    const asked = this.#asked;
    // So that the same words are said again to who asks again.
    if (asked) this.#say("");
    const judged = this.#judged;
    const busy = setTimeout(() => {
      if (request !== this.#request) return;
      this.#show();
      this.#judged = judged; // To be compared with what is found now.
      this.#enter("checking");
      this.#say(word("checking"));
    }, NOTICEABLE);
    const fields = this.#fields();
    try {
      const check = this.getAttribute("check") ?? "";
      const report = await runtime.check({ check, lang: language(), fields });
      if (request !== this.#request) return;
      this.#due = false;
      this.#keep(report.keepable);
      this.#tell(report, fields, asked);
      this.#distribute(report, fields);
    } catch (error) {
      if (request === this.#request) this.#fail(error);
    } finally {
      clearTimeout(busy);
    }
  }

  /**
   * @param {Report} report
   * @param {Record<string, string>} fields
   * @param {boolean} asked
   */
  #tell(report, fields, asked) {
    const judged = JSON.stringify([fields, report.verdict, asked]);
    const again = asked && judged === this.#judged;
    // Nobody has come to an empty field yet who has not asked.
    const told = asked ? report.findings : report.findings.filter(({ field }) => fields[field] !== "");
    const errors = told.filter(({ severity }) => severity === "error");
    const soFar = told.length < report.findings.length && errors.length === 0;
    this.dataset.verdict = soFar ? "review" : report.verdict;
    const verdict = this.#verdict(soFar ? word("so-far") : report.summary, errors);
    this.#judged = judged;
    this.#show(verdict, ...this.#render(report, told));
    this.#enter("done");
    const same = again ? word("same") : "";
    part(verdict, "same").textContent = same;
    if (asked && errors.length > 0) {
      this.#say("");
      verdict.focus();
    } else {
      const summary = [same, verdict.dataset.said, ...told.slice(0, 1).map((first) => first.message)];
      this.#say(summary.join(" ").trim(), true);
    }
  }

  /**
   * The verdict, which takes the focus where something is wrong and the reader has asked, and what is wrong.
   *
   * @param {string} summary
   * @param {Finding[]} errors
   */
  #verdict(summary, errors) {
    const verdict = piece("verdict");
    verdict.dataset.said = summary;
    part(verdict, "icon").textContent = word(`icon-${this.dataset.verdict}`);
    part(verdict, "summary").textContent = summary.replace(/\.$/, "");
    part(verdict, "count").textContent = errors.length > 0 ? ` (${errors.length})` : "";
    const wrong = new Set(errors.map(({ field }) => field));
    const inputs = this.#inputs().filter(
      (input) => wrong.has(input.dataset.field ?? "") && input.type !== "hidden",
    );
    part(verdict, "fields").replaceChildren(
      ...inputs.map((input) => {
        const item = piece("wrong");
        const link = part(item, "link");
        link.setAttribute("href", `#${input.id}`);
        link.textContent = this.#name(input);
        link.addEventListener("click", (event) => {
          event.preventDefault();
          input.focus();
        });
        return item;
      }),
    );
    if (inputs.length === 0) part(verdict, "fields").remove();
    return verdict;
  }

  /**
   * A block that was pasted into one field belongs to several: put into each what is its own.
   *
   * @param {Report} report
   * @param {Record<string, string>} fields
   */
  #distribute({ cleaned, verdict }, fields) {
    const inputs = this.#written().filter((input) => (input.dataset.field ?? "") in cleaned);
    const from = inputs.find((input) => this.#pasted.has(input));
    if (!from || inputs.length < 2) return;
    for (const input of inputs) {
      const name = input.dataset.field ?? "";
      // What the reader put there stays.
      if (input !== from && fields[name] !== "") continue;
      this.#pasted.delete(input);
      input.value = cleaned[name] ?? "";
    }
    this.#judged = JSON.stringify([this.#fields(), verdict, false]);
  }

  /** @param {unknown} error */
  #fail(error) {
    const reason = error instanceof Failure ? error.reason : "crash";
    const failure = piece("failure");
    part(failure, "retry").addEventListener("click", () => {
      this.#asked = true;
      this.#show();
      this.dataset.state = "idle";
      this.#find("textarea, select, input:not([type=hidden])", HTMLElement).focus();
      this.#check();
    });
    delete this.dataset.verdict;
    this.#show(failure);
    this.#enter("failed");
    this.#say(word(reason));
  }

  /** @param {"idle" | "loading" | "ready" | "checking" | "done" | "failed"} state */
  #enter(state) {
    this.dataset.state = state;
    this.#waiting(false);
    if (state !== "loading") this.#began = undefined;
    this.dispatchEvent(new CustomEvent("qbo-check", { bubbles: true, detail: { state } }));
  }

  /** @param {boolean} shown whether the wait for Python is */
  #waiting(shown) {
    for (const name of ["progress", "left"]) {
      this.#find(`[data-part=${name}]`, HTMLElement).hidden = !shown;
    }
  }

  /**
   * @param {string} words what the live region says; the same words again are not said twice
   * @param {boolean} [heard] whether they are for ears only: what is shown says the same
   */
  #say(words, heard = false) {
    const status = this.#find("[data-part=status]", HTMLElement);
    status.toggleAttribute("data-heard", heard);
    if (status.textContent !== words) status.textContent = words;
  }

  /** @param {HTMLElement[]} pieces what the report's place shows; nothing hides it */
  #show(...pieces) {
    const report = this.#find("[data-part=report]", HTMLElement);
    report.replaceChildren(...pieces);
    report.hidden = pieces.length === 0;
    if (!report.hidden) return;
    this.#judged = undefined;
    this.#say("");
    this.#mark([]);
  }

  /**
   * @param {Report} report
   * @param {Finding[]} told what of it is told
   * @returns {HTMLElement[]}
   */
  #render(report, told) {
    this.#mark(told);
    const compared = report.verdict === "pass" ? null : report.comparison;
    const alike = new Set(told.map(({ severity }) => severity)).size === 1;
    const list = piece("findings");
    list.replaceChildren(
      ...told.map((finding, at) => {
        const item = renderFinding(finding, this.#label(finding.field), this.dataset);
        part(item, "message").id = `${this.id}-finding-${at}`;
        // One comparison says where everything is.
        if (told.length > 1 && compared?.field === finding.field)
          item.querySelector("[data-part=excerpt]")?.remove();
        for (const empty of item.querySelectorAll(":scope > :empty")) empty.remove();
        // The verdict has said it of all of them.
        if (alike) part(item, "severity").classList.add("guide-unseen");
        return item;
      }),
    );
    return [
      ...Object.entries(report.cleaned).map(([field, value]) =>
        renderValue(this.#label(field), value, report.shown[field] ?? word("hidden")),
      ),
      ...(compared ? [renderComparison(compared)] : []),
      list,
    ];
  }

  /**
   * Mark the fields in which something is wrong, and tie each to what is said of it.
   *
   * @param {Finding[]} told
   */
  #mark(told) {
    for (const input of this.#inputs()) {
      const own = told.flatMap(({ field, severity }, at) =>
        field === input.dataset.field ? [{ id: `${this.id}-finding-${at}`, severity }] : [],
      );
      const hint = document.getElementById(`${input.id}-hint`) ? [`${input.id}-hint`] : [];
      const ids = [...hint, ...own.map(({ id }) => id)];
      if (ids.length > 0) input.setAttribute("aria-describedby", ids.join(" "));
      else input.removeAttribute("aria-describedby");
      if (own.some(({ severity }) => severity === "error")) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }

  // What a reader typed stays for them in this tab, so that a reload, a way back or the other language loses nothing.

  /** @param {string[]} keepable the fields in which Python found nothing like a secret */
  #keep(keepable) {
    const inputs = this.#inputs().filter(
      (input) =>
        // Not in every input: none for a secret, nor for a text that may hold some.
        "kept" in input.dataset &&
        keepable.includes(input.dataset.field ?? "") &&
        // An example is the page's.
        !(input instanceof HTMLTextAreaElement && input.value === input.defaultValue),
    );
    keep(this.id, Object.fromEntries(inputs.map((input) => [input.dataset.field, input.value])));
  }

  #returned() {
    for (const input of this.#written()) {
      if (!("secret" in input.dataset)) continue;
      input.value = "";
      this.#pasted.delete(input);
    }
    this.#restore();
  }

  #restore() {
    const values = kept(this.id);
    for (const input of this.#inputs()) {
      const value = values.get(input.dataset.field ?? "");
      if (value === undefined || !("kept" in input.dataset)) continue;
      if (input instanceof HTMLSelectElement && ![...input.options].some((option) => option.value === value))
        continue;
      input.value = value;
      this.#due ||= input instanceof HTMLTextAreaElement && value !== "";
    }
    // Findings about what is no longer there would be about nothing.
    if (this.#judged === undefined || this.#judged.startsWith(this.#held)) return;
    this.#show();
    delete this.dataset.verdict;
    this.#enter("ready");
    if (this.#filled) this.#check();
  }

  /**
   * How a field is called, where the reader writes in more than one.
   *
   * @param {string} field
   */
  #label(field) {
    const input = this.#inputs().find((each) => each.dataset.field === field);
    return input && this.#written().length > 1 ? this.#name(input) : "";
  }

  /** @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} input */
  #name(input) {
    return input.labels?.[0]?.textContent ?? "";
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
 * Whether an event put in something whole, to be judged at once, as opposed to a character of it.
 *
 * @param {Event} event
 */
function whole(event) {
  if (!(event instanceof InputEvent)) return true;
  return /^insert(From|Replacement)/.test(event.inputType) || (event.data?.length ?? 0) > 1;
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

customElements.define("qbo-check", QboCheck);
