// What a page needs of Material's own script, made of Material's own modules (theme_script.py). Material mounts all that
// it knows, in one task, and prepares search, tooltips and two tables of contents that few readers ever look at. Here
// each part is a task of its own, and what waits for a reader's intent is mounted at that intent.

import { delay, filter, map, merge, Subject, shareReplay, switchMap } from "rxjs";
import { configuration, feature } from "~/_";
import {
  at,
  getActiveElement,
  getElementContentSize,
  requestJSON,
  setToggle,
  watchDocument,
  watchElementSize,
  watchKeyboard,
  watchLocation,
  watchLocationTarget,
  watchMedia,
  watchPrint,
  watchToggle,
  watchViewport,
} from "~/browser";
import {
  getComponentElement,
  getComponentElements,
  mountContentTabs,
  mountDataTable,
  mountDetails,
  mountDialog,
  mountHeaderTitle,
  mountInlineTooltip2,
  mountSearch,
  mountSidebar,
  mountTableOfContents,
  watchHeader,
  watchMain,
} from "~/components";
import { setupClipboardJS } from "~/integrations";
import { patchEllipsis, patchIndeterminate, patchScrollfix, patchScrolllock } from "~/patches";
import { renderClipboardButton, renderCodeBlockNavigation } from "~/templates";

/** How long tasks may go on before the browser gets its turn, in milliseconds. */
const SLICE = 8;

const html = document.documentElement;
html.classList.replace("no-js", "js");
for (const palette of getComponentElements("palette")) setUpColors(palette);

const document$ = watchDocument();
const location$ = watchLocation();
const target$ = watchLocationTarget(location$);
const keyboard$ = watchKeyboard();
const print$ = watchPrint();
const tablet$ = watchMedia("(min-width: 60em)");
const screen$ = watchMedia("(min-width: 76.25em)");
const alert$ = new Subject();

document$.subscribe(async () => {
  let began = performance.now();
  for (const task of tasks()) {
    task();
    if (performance.now() - began < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
});

function* tasks() {
  const viewport$ = watchViewport();
  const header = getComponentElement("header");
  const header$ = watchHeader(header, { viewport$ });
  const main$ = watchMain(getComponentElement("main"), { viewport$, header$ }).pipe(shareReplay(1));
  const around = { viewport$, header$, main$, target$ };

  yield () => setUpSearch();
  yield () => setupClipboardJS({ alert$ });
  for (const dialog of getComponentElements("dialog"))
    yield () => mountDialog(dialog, { alert$ }).subscribe();
  yield () =>
    // The menu and the search close as soon as a link has led on.
    merge(location$, target$)
      .pipe(delay(125))
      .subscribe(() => {
        setToggle("drawer", false);
        setToggle("search", false);
      });
  yield () =>
    keyboard$.pipe(filter(({ mode, type }) => mode === "global" && type === "Enter")).subscribe(() => {
      const active = getActiveElement();
      if (active instanceof HTMLLabelElement) active.click();
    });
  yield () => patchIndeterminate({ document$, tablet$ });
  yield () => patchScrollfix({ document$ });
  yield () => patchScrolllock({ viewport$, tablet$ });

  for (const content of getComponentElements("content")) {
    for (const code of content.querySelectorAll("pre > code")) yield () => mountCode(code);
    for (const table of content.querySelectorAll("table:not([class])")) {
      yield () => mountDataTable(table).subscribe();
    }
    for (const details of content.querySelectorAll("details")) {
      yield () => mountDetails(details, { target$, print$ }).subscribe();
    }
    for (const tabs of content.querySelectorAll("[data-tabs]")) {
      yield () => mountContentTabs(tabs, { viewport$, target$ }).subscribe();
    }
  }
  if (feature("content.tooltips")) yield () => offerTooltips({ viewport$ });
  yield () => patchEllipsis({ document$, viewport$ });

  yield () => main$.subscribe(({ active }) => header.classList.toggle("md-header--shadow", active));
  for (const title of getComponentElements("header-title")) {
    yield () => mountHeaderTitle(title, around).subscribe();
  }
  for (const sidebar of getComponentElements("sidebar")) {
    const wide$ = sidebar.dataset.mdType === "navigation" ? screen$ : tablet$;
    yield () => at(wide$, () => mountSidebar(sidebar, around)).subscribe();
    // A table of contents is measured where it is seen: beside the page, or in a menu that is open.
    for (const contents of getComponentElements("toc", sidebar)) {
      const seen$ =
        sidebar.dataset.mdType === "navigation"
          ? tablet$.pipe(switchMap((wide) => watchToggle("drawer").pipe(map((open) => open && !wide))))
          : tablet$;
      yield () => at(seen$, () => mountTableOfContents(contents, around)).subscribe();
    }
  }
}

/**
 * Colours as they were chosen, or as the reader's system has them. What is as it should be is not written: a browser
 * would style the whole page anew, and once more where it is asked for a style in between.
 */
function setUpColors(palette) {
  const inputs = [...palette.querySelectorAll("input")];
  const matching = () => inputs.findIndex(({ dataset }) => matchMedia(dataset.mdColorMedia).matches);
  const apply = (index) => {
    const input = inputs[index];
    const color = {};
    for (const name of ["media", "scheme", "primary", "accent"]) {
      const attribute = `data-md-color-${name}`;
      color[name] = input.getAttribute(attribute);
      if (document.body.getAttribute(attribute) !== color[name])
        document.body.setAttribute(attribute, color[name]);
    }
    // What follows each leads to the next.
    for (const [at, { nextElementSibling }] of inputs.entries()) nextElementSibling.hidden = at !== index;
    globalThis.__md_set("__palette", { index, color });
    // What surrounds the page, once this is drawn.
    requestAnimationFrame(() => setTimeout(tellBrowser));
  };
  palette.addEventListener("change", ({ target }) => apply(inputs.indexOf(target)));
  palette.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter") return;
    const next = inputs[(chosen() + 1) % inputs.length];
    next.click();
    next.focus();
  });
  const chosen = () =>
    Math.max(0, Math.min(globalThis.__md_get("__palette")?.index ?? matching(), inputs.length - 1));
  matchMedia("(prefers-color-scheme: light)").addEventListener("change", () => apply(chosen()));
  apply(chosen());
}

/** The colours of the browser's own bars and of its canvas. */
function tellBrowser() {
  const { backgroundColor, colorScheme } = getComputedStyle(getComponentElement("header"));
  tell("theme-color", backgroundColor);
  // Light is what every page is that says nothing.
  if (colorScheme.includes("dark") || document.querySelector("meta[name=color-scheme]"))
    tell("color-scheme", colorScheme);
}

function tell(name, content) {
  let meta = document.querySelector(`meta[name=${name}]`);
  if (!meta) {
    meta = document.createElement("meta");
    meta.name = name;
    document.head.append(meta);
  }
  if (meta.content !== content) meta.content = content;
}

/** Search takes an index and a worker: they come at the first sign that somebody searches. */
function setUpSearch() {
  const [search] = getComponentElements("search");
  if (!search) return;
  const stop = new AbortController();
  const mount = () => {
    stop.abort();
    const index$ = requestJSON(new URL("search/search_index.json", configuration().base));
    mountSearch(search, { index$, keyboard$ }).subscribe();
  };
  const listening = { signal: stop.signal, capture: true };
  // The keys that open it, but where they write: what is typed into a check must ask for nothing.
  addEventListener(
    "keydown",
    ({ key, target }) => {
      if (/^[fs/]$/.test(key) && !target.closest?.("input, textarea, select, [contenteditable]")) mount();
    },
    listening,
  );
  for (const part of [search, ...document.querySelectorAll("[for=__search], #__search")]) {
    for (const type of ["focusin", "pointerdown", "change"]) part.addEventListener(type, mount, listening);
  }
  // Somebody may have been quicker than this script.
  if (search.contains(document.activeElement) || new URLSearchParams(location.search).has("q")) mount();
}

let codes = 0;

/** @param {HTMLElement} code to be copied and, where it is wider than its place, to be scrolled by its keys */
function mountCode(code) {
  const block = code.parentElement;
  block.id = `__code_${block.closest("[id]")?.id ?? codes++}`;
  if (code.closest(".copy") || (feature("content.code.copy") && !code.closest(".no-copy"))) {
    const buttons = renderCodeBlockNavigation();
    buttons.append(renderClipboardButton(block.id));
    block.prepend(buttons);
  }
  if (!matchMedia("(hover)").matches) return;
  watchElementSize(code).subscribe(({ width }) => {
    if (getElementContentSize(code).width > width) code.tabIndex = 0;
    else code.removeAttribute("tabindex");
  });
}

/** What has a title shows it in a tooltip from the first time that it is pointed at or gets the focus. */
function offerTooltips(around) {
  const mounted = new WeakSet();
  for (const type of ["pointerover", "focusin"]) {
    document.body.addEventListener(type, ({ target }) => {
      const titled = target.closest?.(
        ".md-content [title]:not(iframe), .md-header [title], .md-sidebar abbr[title]",
      );
      if (!titled || mounted.has(titled)) return;
      mounted.add(titled);
      mountInlineTooltip2(titled, around).subscribe();
    });
  }
}
