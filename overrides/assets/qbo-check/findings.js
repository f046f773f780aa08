// Shows a finding with the page's own pieces, as text only.

import { fill, part, piece, spoken, stepAddress, word } from "./words.js";

/** @import { Finding } from "./protocol.js" */

/**
 * @param {Finding} finding
 * @param {string} label what its field is called, or nothing
 * @param {{ explain?: string }} pages the folder of the pages that explain codes
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
  part(item, "code").textContent = finding.code;
  part(item, "explain").setAttribute(
    "href",
    `${pages.explain}${finding.code.split(".")[0]}/#${finding.code}`,
  );
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
  return item;
}
