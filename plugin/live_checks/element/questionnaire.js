// <qbo-questionnaire>: completes the questionnaire that the page already holds (overrides/partials/questionnaire.html).
//
// data-state is idle, loading, checking, done or failed, and after done data-verdict is pass, review or fail.
// What is asked follows from the conditions in the page (data-when), which the build writes from the same data
// as Python's rules; what is wrong, and every document that is read or written, comes from Python. A keystroke
// touches its own answer only: conditions and counts are gone through when a choice changes, or when an answer
// becomes empty or stops being it, and the check begins when the reader pauses.

import {
  Failure,
  filled,
  language,
  onIdle,
  part,
  piece,
  renderFinding,
  runtime,
  spoken,
  word,
} from "./shared.js";

/** @import { Answers, Document, Finding, Report } from "./protocol.js" */

/** How long after the last keystroke the answers are checked, and kept if the reader wants them kept. */
const PAUSE = 400;
/** Where answers are kept on this device; both languages share it. */
const KEY = "qbo-questionnaire";
/** Python reads 100 000 characters; no character takes more bytes than four. What is longer need not be read. */
const READ = 400_004;

/** How many characters stand at least on a line of paper. */
const LINE = 60;

/** @typedef {{ id: string, box: HTMLElement, optional: boolean }} Item */
/** @typedef {{ id: string, element: HTMLElement, section: string, items: Item[], left: HTMLElement | null }} Question */
/** What a change of many answers replaced; undefined where there was none.
 * @typedef {{ undo: string, replaced: [name: string, answer: Answers[string] | undefined][] }} Step */
/** @typedef {{ element: HTMLElement, any: [question: string, option: string][], asked: boolean }} Condition */

class QboQuestionnaire extends HTMLElement {
  static observedAttributes = ["data-view"];

  /** @type {Map<string, Item>} */
  #items = new Map();
  /** @type {Question[]} */
  #questions = [];
  /** In the order of the page, in which a condition names an earlier question.
   * @type {Condition[]} */
  #conditions = [];
  /** The sections, one of which is shown, and the summary.
   * @type {HTMLElement[]} */
  #views = [];
  /** What is shown although it is not asked, because the reader followed a link to it.
   * @type {Set<Element>} */
  #revealed = new Set();
  /** @type {Answers} */
  #answers = {};
  /** What was kept when this tab last read or wrote it: what differs from it since is this tab's own.
   * @type {Answers} */
  #base = {};
  /** What was last kept or exported, as JSON: whoever leaves with something else is asked first. */
  #safe = "{}";
  /** Whether the reader is being asked which of two answers to keep; until then neither is lost. */
  #asking = false;
  /** What can be undone, the latest last.
   * @type {Step[]} */
  #steps = [];
  /** Questions that are asked and not complete, in the order of the page.
   * @type {Question[]} */
  #left = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  #request = 0;
  /** Whether a search within the page finds words in sections that are not shown: not before the page is read. Chromium
   * looks for what it could fill in as soon as a page is there, and would lay out each of them for it. */
  #searchable = false;
  /** @type {HTMLElement | undefined} */
  #status;
  /** What the check put beside the questions.
   * @type {Element[]} */
  #said = [];

  connectedCallback() {
    this.#survey();
    this.addEventListener("input", ({ target }) => this.#typed(target));
    this.addEventListener("click", ({ target }) => this.#click(target));
    this.addEventListener("focusin", ({ target }) => {
      // Answering is the intent for which Python is fetched; reading is none.
      if (target instanceof Element && target.closest("[data-item]")) runtime.start().catch(() => {});
    });
    this.#part("keep").addEventListener("change", () => this.#keep());
    this.#part("file").addEventListener("change", () => this.#choose());
    addEventListener("hashchange", () => this.#arrive());
    addEventListener("storage", (event) => this.#elsewhere(event));
    addEventListener("pagehide", () => this.#store());
    // WebKit would empty, in a page that comes back as it was left, what is not to be completed.
    const inputs = this.querySelectorAll("[autocomplete]");
    const complete = (/** @type {string} */ how) => {
      for (const input of inputs) input.setAttribute("autocomplete", how);
    };
    addEventListener("pagehide", ({ persisted }) => persisted && complete("on"));
    addEventListener("pageshow", ({ persisted }) => persisted && complete("off"));
    addEventListener("beforeunload", (event) => this.#leave(event));
    this.addEventListener("qbo-copied", () => this.#say(word("copied")));
    addEventListener("beforeprint", () => {
      this.#makeSearchable();
      this.#unfold();
    });
    const idle = () => onIdle(() => this.#makeSearchable());
    if (document.readyState === "complete") idle();
    else addEventListener("load", idle, { once: true });
    addEventListener("afterprint", () => this.removeAttribute("data-printing"));
    for (const view of this.#views) {
      // Whoever searches the page, or follows an address, may find words in a section that is not shown.
      view.addEventListener("beforematch", () => this.#open(view));
    }
    this.#restore();
    this.#refresh();
    this.#arrive();
    // What a browser keeps, it keeps for a host: below a path of it, there may be others.
    this.#part("shared").hidden = new URL(this.dataset.root ?? "/", document.baseURI).pathname === "/";
    for (const host of this.#part("shared").querySelectorAll("code")) host.textContent = location.host;
    if (Object.keys(this.#answers).length > 0) this.#later();
  }

  /** `data-view` is the section that is shown: an id of the questionnaire's, or summary. */
  attributeChangedCallback() {
    if (this.#views.length > 0) this.#turn();
  }

  /** Know the page: its questions, the answers that belong to each, and what they depend on. */
  #survey() {
    this.#views = this.#all("[data-shows]");
    for (const element of this.#all("[data-question]")) {
      const id = element.dataset.question ?? "";
      const items = [...element.querySelectorAll("[data-item]")].map((box) => {
        if (!(box instanceof HTMLElement)) throw new TypeError("not an element of HTML");
        return { id: box.dataset.item ?? "", box, optional: "optional" in box.dataset };
      });
      for (const item of items) this.#items.set(item.id, item);
      const section = element.closest("[data-section]")?.getAttribute("data-section") ?? "";
      const left = this.querySelector(`[data-left-of="${id}"]`);
      this.#questions.push({
        id,
        element,
        section,
        items,
        left: left instanceof HTMLElement ? left : null,
      });
    }
    this.#conditions = this.#all("[data-when]").map((element) => ({
      element,
      any: (element.dataset.when ?? "").split(" ").map((one) => {
        const [question = "", option = ""] = one.split(":");
        return [question, option];
      }),
      asked: true,
    }));
  }

  // Answers.

  /** @param {EventTarget | null} target */
  #typed(target) {
    if (!(target instanceof Element)) return;
    const item = this.#items.get(target.closest("[data-item]")?.getAttribute("data-item") ?? "");
    if (!item) return;
    const was = item.id in this.#answers;
    if (target instanceof HTMLElement && target.dataset.part === "written" && target.matches("input")) {
      // To write another option is to choose it.
      const other = item.box.querySelector('input[type=radio][value=""]');
      if (other instanceof HTMLInputElement) other.checked = true;
    }
    const value = readAnswer(item.box);
    if (value.length > 0) this.#answers[item.id] = value;
    else delete this.#answers[item.id];
    this.#say("");
    if (was !== item.id in this.#answers || target.matches("[type=radio], [type=checkbox]")) this.#refresh();
    this.#later();
  }

  /**
   * Put answers in place of all that are there.
   *
   * @param {Answers} answers
   */
  #fill(answers) {
    this.#answers = {};
    for (const { id, box } of this.#items.values()) {
      const value = answers[id];
      writeAnswer(box, value ?? "");
      if (value !== undefined && readAnswer(box).length > 0) this.#answers[id] = readAnswer(box);
    }
    this.#refresh();
    this.#later();
  }

  /**
   * Change many answers at once, in a way that can be undone: whatever the reader does in between stays.
   *
   * @param {Answers} answers
   * @param {string} words what the live region says
   * @param {string} undo what undoing it is called
   */
  #change(answers, words, undo) {
    const names = [...this.#items.keys()].filter((name) => !same(this.#answers[name], answers[name]));
    if (names.length > 0) {
      this.#steps.push({ undo, replaced: names.map((name) => [name, this.#answers[name]]) });
    }
    this.#fill(answers);
    this.#offer();
    this.#say(words);
  }

  #undo() {
    const answers = { ...this.#answers };
    for (const [name, answer] of this.#steps.pop()?.replaced ?? []) {
      if (answer === undefined) delete answers[name];
      else answers[name] = answer;
    }
    this.#fill(answers);
    this.#offer();
    this.#say(word("undone"));
  }

  /** Offer to undo the latest change, by its name. */
  #offer() {
    const button = this.#part("undo");
    const step = this.#steps.at(-1);
    if (step) button.textContent = step.undo;
    else if (button === document.activeElement) this.#part("next").focus();
    button.hidden = !step;
  }

  // What is asked, and how far the reader is.

  #refresh() {
    for (const condition of this.#conditions) {
      const { element, any } = condition;
      condition.asked = any.some(([question, option]) => {
        const value = this.#answers[question];
        const chosen = Array.isArray(value) ? value.includes(option) : value === option;
        return chosen && this.#asks(this.#items.get(question)?.box);
      });
      element.dataset.asked = String(condition.asked);
      if (!this.#views.includes(element)) element.hidden = !this.#shows(element);
    }
    /** @type {Map<string, { done: number, total: number }>} */
    const sections = new Map();
    let [done, total] = [0, 0];
    this.#left = [];
    for (const question of this.#questions) {
      const asked = this.#asks(question.element);
      const complete = question.items.every(
        ({ id, box, optional }) => optional || id in this.#answers || !this.#asks(box),
      );
      const section = sections.get(question.section) ?? { done: 0, total: 0 };
      sections.set(question.section, section);
      section.total += Number(asked);
      section.done += Number(asked && complete);
      total += Number(asked);
      done += Number(asked && complete);
      if (asked && !complete) this.#left.push(question);
      if (question.left) question.left.hidden = !asked || complete;
    }
    for (const entry of this.#all(".questionnaire__sections [data-section]")) {
      const counted = sections.get(entry.dataset.section ?? "") ?? { done: 0, total: 0 };
      entry.hidden = counted.total === 0;
      setText(part(entry, "section-count"), filled("section-progress", counted));
    }
    this.#turn(sections);
    const bar = this.#part("bar");
    if (bar instanceof HTMLProgressElement) [bar.max, bar.value] = [total, done];
    setText(this.#part("count"), filled("progress", { done, total }));
    this.#part("left-part").hidden = this.#left.length === 0;
    this.#part("next").hidden = this.#left.length === 0;
  }

  /** @param {Element} element whether it is asked, or was asked for */
  #shows(element) {
    return !(
      element instanceof HTMLElement &&
      element.dataset.asked === "false" &&
      !this.#revealed.has(element)
    );
  }

  /**
   * Show the section that `data-view` names, and no other; say which it is, and how far the reader is in it.
   *
   * @param {Map<string, { done: number, total: number }>} [sections] how far, by section; nothing leaves what is said
   */
  #turn(sections) {
    const views = this.#views.filter((view) => this.#shows(view));
    const shown = views.find((view) => view.dataset.shows === this.dataset.view) ?? views[0];
    for (const view of this.#views) {
      const found = this.#searchable && views.includes(view);
      setAttribute(view, "hidden", view === shown ? null : found ? "until-found" : "");
    }
    for (const [at, view] of views.entries()) {
      const counted = sections?.get(view.dataset.shows ?? "");
      const place = { number: at + 1, count: views.length - 1, ...counted };
      if (counted) setText(part(view, "place"), filled("place", place));
    }
    for (const link of document.querySelectorAll('a[href*="#questionnaire-"]')) {
      const [, name] = (link.getAttribute("href") ?? "").split("#questionnaire-");
      if (link.closest(".questionnaire__sections")) {
        setAttribute(link, "aria-current", name === shown?.dataset.shows ? "step" : null);
      }
      // The page's own contents name every section.
      const entry = link.closest("li.md-nav__item");
      if (entry)
        setAttribute(entry, "hidden", views.some(({ dataset }) => dataset.shows === name) ? null : "");
    }
    const at = shown ? views.indexOf(shown) : 0;
    for (const [name, view] of /** @type {const} */ ([
      ["previous", views[at - 1]],
      ["following", views[at + 1]],
    ])) {
      const link = this.#part(name);
      link.hidden = !view;
      if (!view) continue;
      link.setAttribute("href", `#questionnaire-${view.dataset.shows}`);
      const heading = view.querySelector("h3 > span:first-child") ?? view.querySelector("h3");
      setText(link, filled(name, { section: heading?.textContent ?? "" }));
    }
  }

  #makeSearchable() {
    this.#searchable = true;
    this.#turn();
  }

  /** @param {Element} element what is to be seen, in whichever section it is */
  #open(element) {
    const view = this.#views.find((each) => each.contains(element));
    if (view?.dataset.shows) this.dataset.view = view.dataset.shows;
  }

  /** @param {Element | undefined} element */
  #asks(element) {
    return element !== undefined && element.closest('[data-asked="false"]') === null;
  }

  /** Go to the first thing that is not answered. */
  #next() {
    const item = this.#left[0]?.items.find(
      ({ id, box, optional }) => !optional && !(id in this.#answers) && this.#asks(box),
    );
    if (item) this.#goTo(item.box);
  }

  /** @param {Element} element */
  #goTo(element) {
    const control = element.querySelector("input:checked") ?? element.querySelector("input, textarea");
    if (!(control instanceof HTMLElement)) return;
    this.#open(element);
    control.focus({ preventScroll: true });
    (element.closest(".follow-up, [data-question]") ?? element).scrollIntoView();
  }

  /** Show what the address names, though it may not be asked, and put the focus where it is answered. */
  #arrive() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !this.contains(target)) return;
    const unasked = target.closest("[data-when][hidden]");
    for (let each = unasked; each; each = each.parentElement?.closest("[data-when]") ?? null) {
      this.#revealed.add(each);
    }
    if (unasked) this.#refresh();
    const { view } = this.dataset;
    this.#open(target);
    if (unasked || view !== this.dataset.view) target.scrollIntoView();
  }

  // The check.

  /** Check, and keep, once the reader pauses. */
  #later() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#store();
      this.#check();
    }, PAUSE);
  }

  async #check() {
    const request = ++this.#request;
    delete this.dataset.verdict;
    this.#part("failed").hidden = true;
    if (Object.keys(this.#answers).length === 0) {
      this.#show([]);
      this.dataset.state = "idle";
      return;
    }
    this.dataset.state = "checking";
    const answers = JSON.stringify({ version: this.#version, answers: this.#answers });
    try {
      const report = await runtime.check({ check: "questionnaire", lang: language(), fields: { answers } });
      if (request !== this.#request) return;
      this.#show(report.findings, report);
      this.dataset.verdict = report.verdict;
      this.dataset.state = "done";
    } catch (error) {
      if (request === this.#request) this.#fail(error, () => this.#check());
    }
  }

  /**
   * Put each finding beside its question, and a link to it into the summary. What is merely not answered yet
   * stands in the list of what is left, and a question that the reader has not come to is not found fault with.
   *
   * @param {Finding[]} findings
   * @param {Report} [report]
   */
  #show(findings, report) {
    const list = this.#part("list");
    const left = new Set((list.dataset.left ?? "").split(" "));
    for (const element of this.#said) element.remove();
    for (const box of this.#all("[aria-invalid]")) box.removeAttribute("aria-invalid");
    this.#said = [];
    /** @type {Element[]} */
    const links = [];
    /** @type {Map<Element, HTMLElement>} */
    const beside = new Map();
    const untouched = new Set(
      this.#left.flatMap(({ items }) => (items.some(({ id }) => id in this.#answers) ? [] : items)),
    );
    for (const finding of findings) {
      const item = this.#items.get(finding.question ?? "");
      if (left.has(finding.code) || (item && untouched.has(item))) continue;
      const box = item?.box;
      const shown = renderFinding(finding, "", this.dataset);
      if (!box) {
        links.push(shown);
        continue;
      }
      const own = beside.get(box) ?? piece("findings");
      own.append(shown);
      beside.set(box, own);
      if (finding.severity === "error") {
        for (const control of box.querySelectorAll("[data-part=written]"))
          control.setAttribute("aria-invalid", "true");
      }
      links.push(this.#link(finding));
    }
    for (const [box, own] of beside) {
      box.append(own);
      this.#said.push(own);
    }
    list.replaceChildren(...links);
    this.#part("findings-part").hidden = links.length === 0;
    setText(this.#part("found-count"), links.length > 0 ? filled("found", { count: links.length }) : "");
    setText(
      this.#part("verdict"),
      this.#left.length === 0 && report ? `${word("nothing-left")} ${report.summary}` : "",
    );
    if (report?.verdict === "pass") this.#say(this.#part("verdict").textContent ?? "");
  }

  /** @param {Finding} finding */
  #link(finding) {
    const item = piece("finding-link");
    item.dataset.code = finding.code;
    item.dataset.severity = finding.severity;
    part(item, "severity").textContent = word(finding.severity);
    const name = finding.question ?? "";
    const link = part(item, "link");
    link.textContent = name;
    link.setAttribute("href", `#question-${name.toLowerCase()}`);
    // Each sentence names its question; there the link stands.
    const [before, ...after] = finding.message.split(name);
    part(item, "message").replaceChildren(...spoken(before ?? ""), link, ...spoken(after.join(name)));
    return item;
  }

  /**
   * @param {unknown} error
   * @param {() => void} again
   */
  #fail(error, again) {
    const failure = piece("failure");
    part(failure, "retry").addEventListener("click", () => {
      this.#part("failed").hidden = true;
      again();
    });
    const words = word(error instanceof Failure ? error.reason : "crash");
    const told = document.createElement("p");
    told.textContent = `${words} ${word("json-works")}`;
    this.#part("failed").replaceChildren(told, failure);
    this.#part("failed").hidden = false;
    this.dataset.state = "failed";
    this.#say(words);
  }

  // What the buttons do.

  /** @param {EventTarget | null} target */
  #click(target) {
    // A page's translator puts elements of its own into each link and button.
    const act = target instanceof Element && target.closest("a, button");
    if (act instanceof HTMLAnchorElement && act.hash.startsWith("#question-")) {
      this.#follow(act.hash.slice(1));
    }
    if (!(act instanceof HTMLButtonElement)) return;
    const box = act.closest("[data-item]");
    const { part: name, write, file } = act.dataset;
    if (write) this.#write(write, file ?? "");
    else if (name === "use" && box instanceof HTMLElement) this.#use(box);
    else if (name === "copy" && box instanceof HTMLElement) this.#copy(box);
    else if (name === "next") this.#next();
    else if (name === "read") this.#read(this.#paste.value);
    else if (name === "undo") this.#undo();
    else if (name === "clear") this.#change({}, word("all-cleared"), word("undo-clearing"));
    else if (name === "print") {
      this.dataset.printing = "";
      print();
    }
  }

  /**
   * A link to a question leads to where it is answered, for the keyboard too.
   *
   * @param {string} id
   */
  #follow(id) {
    const target = document.getElementById(id);
    const place = target?.closest(".follow-up, [data-question]");
    // After the browser has gone there by itself.
    if (place) setTimeout(() => this.#goTo(place));
  }

  /** @param {HTMLElement} box */
  #use(box) {
    const id = box.dataset.item ?? "";
    /** @type {string | string[]} */
    let answer = JSON.parse(box.dataset.recommended ?? '""');
    if ("lines" in box.dataset) {
      // A list that the reader's own entries belong to as well: add what is missing.
      const own = toLines(this.#answers[id] ?? "");
      const all = [...own, ...toLines(answer).filter((line) => !own.includes(line))];
      answer = Array.isArray(answer) ? all : all.join("\n");
    }
    this.#change({ ...this.#answers, [id]: answer }, word("used"), filled("undo-used", { id }));
  }

  /** @param {HTMLElement} box */
  async #copy(box) {
    const text = box.querySelector("pre code");
    if (!text) return;
    try {
      await navigator.clipboard.writeText(text.textContent ?? "");
      this.#say(word("copied"));
    } catch {
      // No clipboard here: the text is selected, ready to be copied by hand.
      getSelection()?.selectAllChildren(text);
    }
  }

  /**
   * @param {string} form
   * @param {string} file
   */
  async #write(form, file) {
    this.#say(word("checking"));
    try {
      /** @type {{ text: string }} */
      const { text } = await runtime.ask({ write: form, lang: language(), answers: this.#answers });
      this.#hand(text, file);
    } catch (error) {
      // JSON takes no Python: whatever fails, what the reader wrote can be taken along.
      if (form === "json") this.#hand(this.#json, file);
      else this.#fail(error, () => this.#write(form, file));
    }
  }

  /**
   * @param {string} text
   * @param {string} file
   */
  #hand(text, file) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    this.#safe = JSON.stringify(this.#answers);
    this.#say(filled("exported", { file }));
  }

  /** The answers as the export to JSON writes them. */
  get #json() {
    return `${JSON.stringify({ version: this.#version, answers: this.#answers }, null, 2)}\n`;
  }

  /** On paper nothing scrolls: where a text does not give its field its height, it is given here. */
  #unfold() {
    if (CSS.supports("field-sizing", "content")) return;
    for (const written of this.querySelectorAll("textarea")) {
      const lines = written.value.split("\n");
      written.rows = lines.reduce((rows, line) => rows + Math.ceil((line.length + 1) / LINE), 0);
    }
  }

  // Import.

  async #choose() {
    const input = this.#part("file");
    const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
    if (!file) return;
    try {
      const bytes = await file.slice(0, READ).arrayBuffer();
      this.#read(new TextDecoder(encodingOf(bytes)).decode(bytes));
    } catch {
      this.#say(word("unreadable-file")); // It is gone, or may not be read.
    }
    if (input instanceof HTMLInputElement) input.value = "";
  }

  /** @param {string} text */
  async #read(text) {
    this.#say(word("checking"));
    try {
      /** @type {Document} */
      const document = await runtime.ask({ read: text, lang: language() });
      this.#take(document);
    } catch (error) {
      this.#fail(error, () => this.#read(text));
    }
  }

  /**
   * Take over what a document holds, asking first where it would replace an answer.
   *
   * @param {Document} document
   */
  #take({ answers, findings, refused }) {
    const told = piece("import-told");
    const names = Object.keys(answers);
    const replaced = names.filter(
      (name) => name in this.#answers && !same(this.#answers[name], answers[name]),
    );
    part(told, "import-findings").replaceChildren(
      ...findings.map((finding) => renderFinding(finding, "", this.dataset)),
    );
    /** @type {(taken: Answers, count?: number) => void} */
    const take = (taken, count = names.length) => {
      part(told, "import-choice").hidden = true;
      this.#asking = false;
      this.#paste.value = "";
      const words = filled("imported", { count });
      part(told, "import-message").textContent = words;
      this.#change(taken, words, word("undo-import"));
    };
    this.#part("imported").replaceChildren(told);
    this.#part("imported").hidden = false;
    if (refused || names.length === 0) {
      part(told, "import-choice").hidden = true;
      part(told, "import-message").textContent = word("import-refused");
      this.#say(word("import-refused"));
    } else if (replaced.length === 0) {
      take({ ...this.#answers, ...answers });
    } else {
      const words = filled("import-asks", { count: names.length, names: replaced.join(", ") });
      part(told, "import-message").textContent = words;
      this.#say("");
      part(told, "replace").addEventListener("click", () => take({ ...this.#answers, ...answers }));
      part(told, "complete").addEventListener("click", () =>
        take({ ...answers, ...this.#answers }, names.length - replaced.length),
      );
      part(told, "cancel").addEventListener("click", () => {
        this.#part("imported").hidden = true;
        if (this.#asking) this.#keeps = this.#asking = false;
        this.#say(word("import-cancelled"));
      });
    }
    this.#part("imported").focus();
  }

  // Kept on this device, if the reader wants it.

  get #keeps() {
    const box = this.#part("keep");
    return box instanceof HTMLInputElement && box.checked;
  }

  set #keeps(on) {
    const box = this.#part("keep");
    if (box instanceof HTMLInputElement) box.checked = on;
  }

  #keep() {
    this.#part("kept-problem").hidden = true;
    if (!this.#keeps) {
      this.#base = {};
      this.#say(word(forget() ? "not-keeping" : "cannot-keep"));
      return;
    }
    const theirs = this.#kept();
    const differ = Object.keys(theirs).some(
      (name) => name in this.#answers && !same(this.#answers[name], theirs[name]),
    );
    if (differ) {
      // Another tab has kept other answers meanwhile.
      this.#asking = true;
      this.#part("import").setAttribute("open", "");
      this.#take({ answers: theirs, findings: [], refused: false });
    } else if (this.#store()) {
      this.#say(word("keeping"));
    }
  }

  /** @returns {Answers} what is kept, by whichever tab */
  #kept() {
    try {
      return this.#parse(localStorage.getItem(KEY) ?? "") ?? {};
    } catch {
      return {};
    }
  }

  /**
   * Put together what another tab kept and what this one has changed since it last knew: each change stays, and
   * where both changed the same answer, the one that the reader has before them.
   *
   * @param {Answers} theirs
   */
  #merge(theirs) {
    const merged = { ...theirs };
    for (const name of new Set([...Object.keys(this.#base), ...Object.keys(this.#answers)])) {
      const mine = this.#answers[name];
      if (same(mine, this.#base[name])) continue;
      if (mine === undefined) delete merged[name];
      else merged[name] = mine;
    }
    this.#base = theirs;
    const names = new Set([...Object.keys(merged), ...Object.keys(this.#answers)]);
    if ([...names].some((name) => !same(merged[name], this.#answers[name]))) this.#fill(merged);
  }

  /** @returns {boolean} whether the answers are kept */
  #store() {
    if (!this.#keeps || this.#asking) return false;
    try {
      // What stands in for a storage that the browser refuses ends with the page (storage.js).
      if (!(localStorage instanceof Storage)) throw new TypeError("no storage");
      this.#merge(this.#kept());
      localStorage.setItem(KEY, JSON.stringify({ version: this.#version, answers: this.#answers }));
      this.#base = { ...this.#answers };
      this.#safe = JSON.stringify(this.#answers);
      return true;
    } catch {
      // What was kept before is not what is on the screen.
      forget();
      this.#keeps = false;
      this.#say(word("cannot-keep"));
      return false;
    }
  }

  /**
   * Ask before answers are lost that are neither kept nor exported.
   *
   * @param {BeforeUnloadEvent} event
   */
  #leave(event) {
    if (this.#store()) return;
    const answers = JSON.stringify(this.#answers);
    if (answers !== "{}" && answers !== this.#safe) event.preventDefault();
  }

  /** Take what is kept. What another version kept is shown to be copied, never guessed at. */
  #restore() {
    /** @type {string | null} */
    let kept = null;
    try {
      kept = localStorage.getItem(KEY);
    } catch {
      return; // No storage here, so nothing was kept.
    }
    if (kept === null) return;
    const answers = this.#parse(kept);
    if (answers) {
      this.#keeps = true;
      this.#base = answers;
      this.#safe = JSON.stringify(answers);
      this.#fill(answers);
      return;
    }
    const problem = this.#part("kept-problem");
    problem.textContent = word("kept-other-version");
    problem.hidden = false;
    this.#paste.value = kept;
    this.#part("import").setAttribute("open", "");
  }

  /**
   * @param {string} kept
   * @returns {Answers | undefined}
   */
  #parse(kept) {
    try {
      const { version, answers } = JSON.parse(kept);
      const object = typeof answers === "object" && !Array.isArray(answers);
      const right = object && version === this.#version && Object.values(answers).flat().every(isText);
      return right ? answers : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * Another tab, perhaps in the other language, changed what is kept.
   *
   * @param {StorageEvent} event
   */
  #elsewhere({ key, newValue }) {
    if (key !== KEY || !this.#keeps) return;
    const answers = newValue === null ? undefined : this.#parse(newValue);
    if (answers) {
      this.#merge(answers);
      return;
    }
    this.#keeps = false;
    this.#say(word("not-keeping"));
  }

  // The page.

  /** @param {string} words what the live region says */
  #say(words) {
    this.#status ??= this.#part("status");
    setText(this.#status, words);
  }

  get #version() {
    return Number(this.dataset.version);
  }

  get #paste() {
    const paste = this.#part("paste");
    if (paste instanceof HTMLTextAreaElement) return paste;
    throw new TypeError("no place to paste");
  }

  /** @param {string} name */
  #part(name) {
    return part(this, name);
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  #all(selector) {
    return [...this.querySelectorAll(selector)].filter((element) => element instanceof HTMLElement);
  }
}

/** @returns {boolean} whether nothing is kept any more */
function forget() {
  try {
    localStorage.removeItem(KEY);
    return true;
  } catch {
    return false; // No storage here.
  }
}

/**
 * The answer that the controls of an item hold; an empty one has no length.
 *
 * @param {HTMLElement} box
 * @returns {string | string[]}
 */
function readAnswer(box) {
  const chosen = [...box.querySelectorAll("input:checked")].map((input) => input.getAttribute("value") ?? "");
  const written = box.querySelector("[data-part=written]");
  const text =
    written instanceof HTMLInputElement || written instanceof HTMLTextAreaElement ? written.value : "";
  if ("several" in box.dataset) return [...chosen, ...toLines(text)];
  if (box.querySelector("[type=radio], [type=checkbox]") && chosen[0] !== "") return chosen[0] ?? "";
  return text.trim() ? text : "";
}

/**
 * @param {HTMLElement} box
 * @param {string | number | string[]} answer
 */
function writeAnswer(box, answer) {
  const left = new Set(Array.isArray(answer) ? answer.map(String) : answer === "" ? [] : [String(answer)]);
  const inputs = [...box.querySelectorAll("[type=radio], [type=checkbox]")].filter(
    (input) => input instanceof HTMLInputElement,
  );
  for (const input of inputs) {
    input.checked = input.value !== "" && left.delete(input.value);
  }
  const other = inputs.find((input) => input.value === "");
  if (other) other.checked = left.size > 0;
  const written = box.querySelector("[data-part=written]");
  if (written instanceof HTMLInputElement || written instanceof HTMLTextAreaElement) {
    const text = [...left].join("\n");
    if (written.value !== text) written.value = text;
  }
}

/**
 * How a file says that it is encoded. PowerShell writes UTF-16 for “> answers.yaml”.
 *
 * @param {ArrayBuffer} bytes
 */
function encodingOf(bytes) {
  const mark = new Uint8Array(bytes).subarray(0, 2).join();
  return mark === "255,254" ? "utf-16le" : mark === "254,255" ? "utf-16be" : "utf-8";
}

/** @param {string | number | string[]} answer */
function toLines(answer) {
  const lines = Array.isArray(answer) ? answer : String(answer).split("\n");
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string";
}

/**
 * @param {string | number | string[] | undefined} one
 * @param {string | number | string[] | undefined} other
 */
function same(one, other) {
  return key(one) === key(other);
}

/**
 * An answer to be compared: the order in which options are chosen says nothing.
 *
 * @param {string | number | string[] | undefined} answer
 */
function key(answer) {
  return answer === undefined ? "" : JSON.stringify([answer].flat().map(String).sort());
}

/**
 * @param {Element} element
 * @param {string} text the same text again is not said twice
 */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | null} value the same value again is no change
 */
function setAttribute(element, name, value) {
  if (value === element.getAttribute(name)) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

customElements.define("qbo-questionnaire", QboQuestionnaire);
