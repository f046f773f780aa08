// The words and pieces that the page holds for its elements; JavaScript has no sentence of its own.

/** @import { Kept, Packed } from "./protocol.js" */

/** The page's pieces and words, see overrides/partials/qbo-check-words.html. */
function words() {
  const template = document.getElementById("qbo-check-words");
  if (template instanceof HTMLTemplateElement) return template.content;
  throw new TypeError("the page holds no #qbo-check-words");
}

/** The language that the page was built in. A page's translator changes what the page itself says. */
export function language() {
  return document.getElementById("qbo-check-words")?.dataset.language ?? "fr";
}

/**
 * What this page was built with, see overrides/partials/qbo-check-runtime.html, and what overrides/assets/start-early.js
 * found on the reader's device.
 *
 * @returns {Packed}
 */
export function packed() {
  const built = /** @type {HTMLElement & { kept?: Promise<Kept | undefined> } | null} */ (
    document.getElementById("qbo-check-runtime")
  );
  const { runtime = "", files = "[]", debug } = built?.dataset ?? {};
  const folder = new URL(runtime, document.baseURI);
  return { folder, files: JSON.parse(files), debug: debug !== undefined, kept: built?.kept };
}

/**
 * @param {string} name
 * @param {ParentNode} [from] where the words are, if not among those of the checks
 */
export function word(name, from = words()) {
  return from.querySelector(`[data-word="${CSS.escape(name)}"]`)?.textContent ?? "";
}

/**
 * @param {string} name
 * @returns {HTMLElement}
 */
export function piece(name) {
  return /** @type {HTMLElement} */ (part(words(), name).cloneNode(true));
}

/**
 * @param {ParentNode} parent
 * @param {string} name
 * @returns {HTMLElement}
 */
export function part(parent, name) {
  const found = parent.querySelector(`[data-part="${name}"]`);
  if (found instanceof HTMLElement) return found;
  throw new TypeError(`no part ${name}`);
}

/**
 * Where a step of the guide is told, from this page; nothing if it is not.
 *
 * @param {string} heading the id of its heading
 */
export function stepAddress(heading) {
  return words()
    .querySelector(`[data-step="${CSS.escape(heading)}"]`)
    ?.getAttribute("href");
}

/**
 * Put words into a part, or take the part away where there are none.
 *
 * @param {ParentNode} parent
 * @param {string} name
 * @param {string} words
 */
export function fill(parent, name, words) {
  if (words) part(parent, name).replaceChildren(...spoken(words));
  else part(parent, name).remove();
}

/**
 * A word with its placeholders filled: `{count}`.
 *
 * @param {string} name
 * @param {Record<string, string | number>} placeholders
 */
export function filled(name, placeholders) {
  return word(name).replace(/\{(\w+)\}/g, (placeholder, key) => String(placeholders[key] ?? placeholder));
}

/** @type {RegExp | undefined} */
let apart;

/** What French sets apart, in its quotation marks or in brackets, if it is a name that the page lists as English. */
function labelled() {
  if (apart) return apart;
  const labels = Array.from(words().querySelectorAll("[data-part=labels] > li"), ({ textContent }) =>
    textContent.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"),
  );
  apart = new RegExp(`(«\u00a0|\\()(${labels.join("|") || "(?!)"})(?=\u00a0»|\\))`);
  return apart;
}

/**
 * A sentence of Python's, in which the names that stay English are marked as such for whoever reads it aloud.
 *
 * @param {string} sentence
 * @returns {(string | HTMLElement)[]}
 */
export function spoken(sentence) {
  return sentence.split(labelled()).map((run, at) => {
    if (at % 3 !== 2) return run;
    const label = document.createElement("span");
    label.lang = "en";
    label.textContent = run;
    return label;
  });
}
