// <qbo-check> for other sites: shows one check of the guide in a frame, which the host page cannot read.
//
// The frame and this element exchange messages, each checking the origin of what it gets (overrides/assets/embed.js
// is the other side). To the frame go the host page's colours; from it come its height, its title, and the state of
// the check. What was pasted is in none of them.

const MESSAGE = 1;
/** A frame that says nothing for so long did not load. */
const PATIENCE = 20_000;
/** The choices that a host page may make for its readers: never what a reader types. */
const PRESETS = ["environment"];
const THEME = ["accent", "on-accent", "background", "text", "border", "inset", "font"].map(
  (name) => `--qbo-${name}`,
);
const STATE = /^(idle|loading|ready|checking|done|failed)$/;
const VERDICT = /^(pass|review|fail)$/;
const CODE = /^[a-z-]+\.[a-z0-9-]+$/;

/**
 * Define <qbo-check>, once.
 *
 * @param {string | URL} portal where the guide is, with a slash at its end
 */
export function define(portal) {
  // A server that renders the page has no elements; who calls twice keeps the first.
  if (typeof customElements === "undefined" || customElements.get("qbo-check")) return;
  const folder = new URL("embed/v1/", portal);
  const styles = new CSSStyleSheet();
  styles.replaceSync(":host(:not([hidden])){display:block}iframe{border:0;display:block;width:100%}");

  customElements.define(
    "qbo-check",
    class extends HTMLElement {
      static observedAttributes = ["check", "lang", ...PRESETS];
      #slot = document.createElement("slot");
      #near = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && this.#load(), {
        rootMargin: "50%",
      });
      #themeObserver = new MutationObserver(() => this.#sendTheme());
      #dark = matchMedia("(prefers-color-scheme: dark)");
      /** @type {HTMLIFrameElement | undefined} */
      #frame;
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      #patience;
      #theme = "";

      constructor() {
        super();
        this.attachShadow({ mode: "open" }).adoptedStyleSheets = [styles];
      }

      connectedCallback() {
        this.shadowRoot?.replaceChildren(this.#slot);
        this.#near.observe(this);
      }

      disconnectedCallback() {
        this.#near.disconnect();
        this.#themeObserver.disconnect();
        this.#dark.removeEventListener("change", this);
        removeEventListener("message", this);
        clearTimeout(this.#patience);
        this.#frame?.remove();
        this.#frame = undefined;
        // What they said was of the frame that is gone.
        delete this.dataset.state;
        delete this.dataset.verdict;
      }

      attributeChangedCallback() {
        if (!this.isConnected) return;
        this.disconnectedCallback();
        this.connectedCallback();
      }

      #load() {
        this.#near.disconnect();
        const check = this.getAttribute("check") ?? "";
        /** @type {any} From tree to tree: Firefox's `:lang()` does not look out of a shadow root. */
        let near = this;
        let lang;
        for (; near && !lang; near = near.getRootNode().host) lang = near.closest("[lang]")?.lang;
        const address = new URL(`${/^fr\b/i.test(lang) ? "fr" : "en"}/${encodeURIComponent(check)}/`, folder);
        for (const name of PRESETS) {
          const value = this.getAttribute(name);
          if (value) address.searchParams.set(name, value);
        }
        const frame = document.createElement("iframe");
        frame.title = this.textContent.trim() || check;
        frame.allow = "clipboard-write";
        // There, but out of sight, until it has said how high it is.
        frame.height = "0";
        // Not before: until then, the frame is the host page's own.
        frame.addEventListener("load", () => {
          for (const themed of [document.documentElement, document.body, this]) {
            // Each portal has its own name for the attribute that tells its colours.
            this.#themeObserver.observe(themed, { attributes: true });
          }
          this.#dark.addEventListener("change", this);
          this.#theme = "";
          this.#sendTheme();
        });
        frame.src = address.href;
        this.#frame = frame;
        addEventListener("message", this);
        this.#patience = setTimeout(() => {
          this.disconnectedCallback();
          this.#tell("failed");
        }, PATIENCE);
        this.shadowRoot?.append(frame);
      }

      /** Tell the frame the colours and the font of the host page. */
      #sendTheme() {
        const style = getComputedStyle(this);
        const { color, colorScheme } = style;
        // A page that names no scheme tells by its text, which the frame judges.
        const dark =
          colorScheme === "normal"
            ? color
            : /dark/.test(colorScheme) && (!/light/.test(colorScheme) || this.#dark.matches);
        const properties = THEME.map((name) => [name, style.getPropertyValue(name).trim()]);
        const theme = { qboCheck: MESSAGE, dark, properties };
        const told = JSON.stringify(theme);
        if (told === this.#theme) return;
        this.#theme = told;
        this.#frame?.contentWindow?.postMessage(theme, folder.origin);
      }

      /** @param {MessageEvent} event A message, or word that the reader's colours changed. */
      handleEvent({ type, source, origin, data }) {
        const frame = this.#frame;
        if (type === "change") this.#sendTheme();
        if (
          !frame ||
          source !== frame.contentWindow ||
          origin !== folder.origin ||
          data?.qboCheck !== MESSAGE
        )
          return;
        clearTimeout(this.#patience);
        const { height, title, state, verdict, codes } = data;
        if (title) frame.title = title;
        if (height > 0) {
          frame.height = `${Math.min(height, 50_000)}`;
          this.#slot.remove();
        }
        if (STATE.test(state)) {
          this.#tell(
            state,
            VERDICT.exec(verdict)?.[0],
            codes?.filter?.((/** @type {string} */ code) => CODE.test(code)),
          );
        }
      }

      /**
       * @param {string} state
       * @param {string} [verdict]
       * @param {string[]} [codes]
       */
      #tell(state, verdict, codes = []) {
        const { dataset } = this;
        dataset.state = state;
        if (verdict) dataset.verdict = verdict;
        else delete dataset.verdict;
        const detail = { check: this.getAttribute("check"), state, verdict, codes };
        this.dispatchEvent(new CustomEvent("qbo-check", { bubbles: true, detail }));
      }
    },
  );
}
