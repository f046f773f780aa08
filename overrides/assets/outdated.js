// The only script of ours whose address never changes: it speaks for those that a page has outlived.

addEventListener(
  "error",
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement)) return;
    for (const note of document.querySelectorAll("[data-outdated]")) {
      if (note instanceof HTMLElement) note.hidden = false;
    }
  },
  true,
);
