// Shows a finding with the page's own pieces, as text only.

import { fill, part, piece, spoken, stepAddress, word } from "./words.js";

/** @import { Comparison, Finding } from "./protocol.js" */

/** What an element holds about its check's codes: what comes before a code's name in the address that explains it,
 * and the names, apart by spaces.
 * @typedef {{ explain?: string, codes?: string }} Explained */

/** How long a button says that it has copied. */
const COPIED = 3000;

/**
 * @param {Finding} finding
 * @param {string} label what its field is called, or nothing
 * @param {Explained} pages
 * @returns {HTMLElement}
 */
export function renderFinding(finding, label, pages) {
  const item = piece("finding");
  item.dataset.code = finding.code;
  item.dataset.severity = finding.severity;
  part(item, "severity").textContent = word(finding.severity);
  fill(item, "field", label);
  part(item, "message").replaceChildren(...spoken(finding.message));
  part(item, "help").replaceChildren(...spoken(finding.help));
  part(item, "why").replaceChildren(...spoken(finding.why));
  part(item, "seen").replaceChildren(...spoken(finding.seen));
  for (const code of item.querySelectorAll("[data-part=code]")) code.textContent = finding.code;
  const explained = explanation(finding.code, pages);
  if (explained) part(item, "explain").setAttribute("href", explained);
  else part(item, "explain").remove();
  if (finding.excerpt) {
    const [before, marked, after] = finding.excerpt;
    part(item, "before").textContent = before;
    part(item, "marked").textContent = marked;
    part(item, "after").textContent = after;
  } else {
    part(item, "excerpt").remove();
  }
  if (finding.causes.length > 0) {
    part(item, "causes").replaceChildren(
      ...finding.causes.map(({ text, step }) => {
        const cause = piece("cause");
        part(cause, "text").replaceChildren(...spoken(text));
        const address = step && stepAddress(step);
        if (address) part(cause, "step").setAttribute("href", address);
        else part(cause, "step").remove();
        return cause;
      }),
    );
  } else {
    part(item, "causes").remove();
  }
  fill(item, "side", finding.side ? word(`side-${finding.side}`) : "");
  part(item, "values").replaceChildren(
    ...finding.values.map(({ environment, value }) => {
      const shown = renderValue(word(environment), value);
      const tag = part(shown, "field");
      tag.classList.add("guide-tag");
      tag.dataset.environment = environment;
      return shown;
    }),
  );
  // The page has no word for a check that it does not know, and no address either.
  const offered = finding.offer && word(`offer-${finding.offer.check}`);
  if (finding.offer && offered) offer(part(item, "check"), offered, finding.offer);
  else part(item, "offer").remove();
  return item;
}

/**
 * Where a code is explained. An address holds only what the page itself holds: what the worker says could be anything.
 *
 * @param {string} code
 * @param {Explained} pages
 */
function explanation(code, { explain = "", codes = "" }) {
  const name = codes.split(" ").find((each) => code.endsWith(`.${each}`));
  return name && explain + name;
}

/**
 * A value to copy.
 *
 * @param {string} label what it is for, or nothing
 * @param {string} value
 * @param {string} [shown] what stands for it in the page, where it is a secret
 */
export function renderValue(label, value, shown = value) {
  const item = piece("cleaned");
  fill(item, "field", label);
  part(item, "value").textContent = shown;
  const button = part(item, "copy");
  const said = part(button, "copy-word");
  const before = said.textContent;
  // Several values stand in one card: each button says which is its own.
  fill(button, "copies", label && ` ${label}`);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let reverts;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(value);
      said.textContent = word("copied");
      clearTimeout(reverts);
      reverts = setTimeout(() => {
        said.textContent = before;
      }, COPIED);
      button.dispatchEvent(new CustomEvent("qbo-copied", { bubbles: true }));
    } catch {
      // No clipboard here (a page without TLS, a refusal): the value is selected, ready to be copied by hand.
      part(item, "value").textContent = value;
      getSelection()?.selectAllChildren(part(item, "value"));
    }
  });
  return item;
}

/** @param {Comparison} comparison */
export function renderComparison({ expected, pasted }) {
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

/**
 * Lead to another check: the one that this page shows, filled in, or that of the page of all checks.
 *
 * @param {HTMLElement} link
 * @param {string} words
 * @param {NonNullable<Finding["offer"]>} offered
 */
function offer(link, words, { check, fields }) {
  link.textContent = words;
  link.setAttribute("href", `${link.getAttribute("href")}#${check}`);
  link.addEventListener("click", (event) => {
    const shown = [...document.querySelectorAll(`qbo-check[check="${check}"]`)].find((form) =>
      form.checkVisibility(),
    );
    // What was pasted goes from field to field within the page, never into an address.
    if (!shown) return;
    event.preventDefault();
    const inputs = [...shown.querySelectorAll("[data-field]")].filter(
      (input) => input instanceof HTMLTextAreaElement,
    );
    for (const input of inputs) {
      input.value = fields[input.dataset.field ?? ""] ?? input.value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const first = shown.querySelector("textarea, input:not([type=hidden])");
    if (first instanceof HTMLElement) first.focus();
  });
}
