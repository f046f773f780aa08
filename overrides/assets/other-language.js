// At the bare root alone: offers English to a browser that asks for it before French. Nobody is led there unasked, and
// whoever closes the line does not see it again. No module: it runs where it stands (partials/other-language.html).
(() => {
  const KEY = "guide-other-language";
  const line = document.querySelector("[data-other-language]");

  if (line instanceof HTMLElement && preferred() === "en" && !remembered()) {
    line.hidden = false;
    line.querySelector("button")?.addEventListener("click", () => dismiss(line));
  }

  /** The first of the guide's languages that the browser asks for. */
  function preferred() {
    return navigator.languages
      .map((tag) => tag.slice(0, 2).toLowerCase())
      .find((lang) => ["fr", "en"].includes(lang));
  }

  function remembered() {
    try {
      return localStorage.getItem(KEY) !== null;
    } catch {
      return false; // A browser may keep nothing.
    }
  }

  /** @param {HTMLElement} line */
  function dismiss(line) {
    line.hidden = true;
    // To where the reader was: the button that had the focus is gone.
    const heading = document.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
    try {
      localStorage.setItem(KEY, "closed");
    } catch {
      // It is offered again, which does no harm.
    }
  }
})();
