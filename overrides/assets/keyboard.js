// What Material leaves to a mouse: its menu and its search open by labels of hidden boxes, which no key reaches; its
// search has no name, says nothing of what it found, and lets go of the focus.

const buttons = [...document.querySelectorAll("label.md-header__button[for]")].filter(
  (label) => label instanceof HTMLLabelElement,
);
for (const label of buttons) {
  const box = label.control;
  if (!(box instanceof HTMLInputElement)) continue;
  label.tabIndex = 0;
  label.setAttribute("role", "button");
  label.setAttribute("aria-label", label.dataset.name ?? "");
  const told = () => label.setAttribute("aria-expanded", String(box.checked));
  told();
  box.addEventListener("change", told);
  label.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    // Material clicks a label on Enter too.
    event.stopPropagation();
    box.click();
  });
}

const menu = document.getElementById("__drawer");
const opener = buttons.find(({ control }) => control === menu);
const sidebar = document.querySelector(".md-sidebar--primary");
if (menu instanceof HTMLInputElement && opener && sidebar) {
  menu.addEventListener("change", () => {
    // Into what was opened, and back out of what was closed.
    const first = [...sidebar.querySelectorAll("a[href], label[tabindex='0']")].find((each) =>
      each.checkVisibility({ visibilityProperty: false }),
    );
    if (menu.checked && first instanceof HTMLElement) first.focus();
  });
  sidebar.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== "Escape" || !menu.checked) return;
    menu.click();
    opener.focus();
  });
}

const search = document.querySelector(".md-search");
const query = search?.querySelector("input");
const toggle = document.getElementById("__search");
if (search && query && toggle instanceof HTMLInputElement) {
  search.setAttribute("aria-label", query.getAttribute("aria-label") ?? "");
  search.querySelector(".md-search-result__meta")?.setAttribute("role", "status");
  toggle.addEventListener("change", () => toggle.checked && query.focus());
  /** @type {Element | null} What had the focus before the search. */
  let before = null;
  addEventListener("focusin", ({ target }) => {
    if (target instanceof Element && !search.contains(target)) before = target;
  });
  addEventListener(
    "keydown",
    ({ key }) => {
      if (key !== "Escape" || !search.contains(document.activeElement)) return;
      // After Material has closed it.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        const to = [before, ...buttons, document.querySelector(".md-logo")].find((each) =>
          each?.checkVisibility({ visibilityProperty: true }),
        );
        if (to instanceof HTMLElement) to.focus();
      });
    },
    true,
  );
}

// A module, whose names are its own.
export {};
