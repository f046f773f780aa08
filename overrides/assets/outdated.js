// Stands in the page itself: it speaks for the scripts that a page has outlived, or came before.

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
