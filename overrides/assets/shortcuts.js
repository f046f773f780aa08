// `n` and `p` (and `.` and `,`) lead to the next and the previous page, as on any site made with Material: its own
// handler looks for <link rel=next>, which browsers would fetch in advance (plugin/live_checks/policy.py).
const DIRECTIONS = { n: "next", ".": "next", p: "prev", ",": "prev" };

addEventListener("keydown", (event) => {
  const direction = /** @type {Record<string, string>} */ (DIRECTIONS)[event.key];
  if (!direction || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  // What is typed is for its field, and the search has keys of its own.
  const [target] = event.composedPath();
  const typing =
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]");
  const search = document.querySelector("#__search");
  if (typing || (search instanceof HTMLInputElement && search.checked)) return;
  const link = document.querySelector(`.md-footer__link--${direction}`);
  if (link instanceof HTMLAnchorElement) link.click();
});
