// A check alone, in a frame of somebody else's page (overrides/embed.html). It runs before the check's own script.
//
// The host page may choose what a reader would otherwise choose (`?environment=production`), and say which colours it
// wears. It is told how high the frame is, and of each check its state, its verdict and its codes: never a value. Both
// only where the build was told of the page's origin; embed/qbo-check.js is the other side.

const MESSAGE = 1;
/** What each property of a host page's colours is here. */
const THEME = /** @type {const} */ ({
  "--qbo-accent": ["--md-primary-fg-color", "--md-accent-fg-color", "--md-typeset-a-color"],
  "--qbo-on-accent": ["--md-primary-bg-color", "--md-accent-bg-color"],
  "--qbo-background": ["--md-default-bg-color"],
  "--qbo-text": ["--md-default-fg-color", "--md-typeset-color", "--md-code-fg-color"],
  "--qbo-border": ["--guide-edge"],
  "--qbo-inset": ["--guide-inset", "--md-code-bg-color"],
  "--qbo-font": ["--md-text-font"],
});

const { body } = document;
/** The origins that may frame this page, as `frame-ancestors` names them.
 * @type {string[]} */
const hosts = (body.dataset.hosts ?? "").split(" ").filter(Boolean);
/** Who frames it: told by the first message that may come.
 * @type {string | undefined} */
let host;

preset(new URLSearchParams(location.search));
const dark = matchMedia("(prefers-color-scheme: dark)");
applyScheme(dark.matches);
dark.addEventListener("change", ({ matches }) => host ?? applyScheme(matches));

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || !mayFrame(origin) || data?.qboCheck !== MESSAGE) return;
  host = origin;
  // A host page that names no scheme sends the colour of its text: light text stands on something dark.
  applyScheme(typeof data.dark === "string" ? isLight(data.dark) : data.dark === true);
  const given = new Map(Array.isArray(data.properties) ? data.properties : []);
  for (const [name, ours] of Object.entries(THEME)) {
    const value = given.get(name);
    for (const own of ours) {
      if (fits(name, value)) body.style.setProperty(own, value);
      else body.style.removeProperty(own);
    }
  }
  tell({ title: document.title });
  measure();
});

document.addEventListener("qbo-check", (event) => {
  const { target, detail } = /** @type {CustomEvent<{ state: string }>} */ (event);
  if (!(target instanceof HTMLElement)) return;
  const found = Array.from(target.querySelectorAll("li[data-code]"), (each) =>
    each.getAttribute("data-code"),
  );
  tell({ state: detail.state, verdict: target.dataset.verdict, codes: found });
});

new ResizeObserver(measure).observe(body);

function measure() {
  tell({ height: Math.ceil(body.getBoundingClientRect().height) });
}

/** @param {object} message */
function tell(message) {
  if (host) parent.postMessage({ qboCheck: MESSAGE, ...message }, host);
}

/** @param {string} origin */
function mayFrame(origin) {
  return (
    origin === location.origin ||
    hosts.some((allowed) => {
      const [scheme, domain] = allowed.split("*", 2);
      return domain === undefined
        ? allowed === origin
        : origin.startsWith(scheme ?? "") && origin.endsWith(domain);
    })
  );
}

/**
 * Whether the value is a colour, or the name of a font: nothing that loads something, or refers to anything here. What
 * is put in the place of a value (`var()`, `attr()`, `inherit`) is taken for that of any property, a number's too.
 *
 * @param {string} name
 * @param {unknown} value
 * @returns {value is string}
 */
function fits(name, value) {
  if (typeof value !== "string" || value.length > 200 || CSS.supports("opacity", value)) return false;
  return CSS.supports(name === "--qbo-font" ? "font-family" : "color", value);
}

/**
 * Whether a colour is light, in whichever notation: the browser gives it anew by its lightness, from 0 to 100.
 *
 * @param {string} color
 */
function isLight(color) {
  const probe = document.createElement("i");
  probe.style.color = `color-mix(in lab, ${color}, ${color})`;
  body.append(probe);
  const [, lightness] = /^lab\(([\d.]+)/.exec(getComputedStyle(probe).color) ?? [];
  probe.remove();
  return probe.style.color !== "" && Number(lightness) > 55;
}

/** @param {boolean} isDark */
function applyScheme(isDark) {
  body.dataset.mdColorScheme = isDark ? "slate" : "default";
}

/**
 * Make the choices that the address names for the reader, who then neither sees nor changes them. Anything else in the
 * address is passed over: no field is filled from it.
 *
 * @param {URLSearchParams} chosen
 */
function preset(chosen) {
  const check = document.querySelector("qbo-check");
  for (const select of document.querySelectorAll("select")) {
    const value = chosen.get(select.dataset.field ?? "");
    const option = [...select.options].find((each) => each.value === value);
    if (!check || !option) continue;
    const input = document.createElement("input");
    input.type = "hidden";
    input.dataset.field = select.dataset.field;
    input.value = option.value;
    check.querySelector(".qbo-check__title")?.append(`, ${option.label}`);
    select.closest(".qbo-check__field")?.replaceWith(input);
    // What it keeps in this tab is not that of another choice.
    check.id += `-${option.value}`;
  }
}
