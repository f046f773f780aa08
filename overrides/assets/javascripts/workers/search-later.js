// Material's search, fetched when a reader first searches: most never do, and its worker and index weigh as
// much as half a page. Material starts the worker that the page names (overrides/main.html: this one) and hands it
// an index at once, which is empty. The real one, and Material's own worker, are where the build wrote them below:
// whoever starts this worker, and whatever they say to it, it fetches these and nothing else.

/** Material's own worker. The build puts the name here that it has (overrides/hooks/languages.py). */
const MATERIAL = "search.js";
/** The index of each language. */
const INDEXES = { fr: "../../../search/index.json", en: "../../../en/search/index.json" };

/** Material's messages, material/templates/assets/javascripts, integrations/search/worker/message. */
const SETUP = 0;
const READY = 1;
const RESULT = 3;

/** What lunr obeys and readers mean as it stands: they type addresses, and half of what they look for. Material
 * complains of such a query, and finds nothing. */
const SYNTAX = /[:^~]|[-+](?=\s|$)/g;

/** @type {{ type: number, data: any }} */
let setup;
/** @type {{ type: number, data: string }} What the reader last asked for. */
let query;
/** @type {"idle" | "loading" | "running"} */
let state = "idle";

/** @param {MessageEvent} event */
function listen(event) {
  const { data } = event;
  // What is handed to Material's worker passes here too.
  if (!event.isTrusted) return;
  event.stopImmediatePropagation();
  if (data.type === SETUP) {
    setup = data;
    postMessage({ type: READY });
  } else if (data.data === "") {
    // Material asks for nothing with every page, and shows what to do.
    postMessage({ type: RESULT, data: { items: [] } });
  } else {
    query = { ...data, data: data.data.replace(SYNTAX, " ").trim() };
    if (state === "running") hand(query);
    else if (state === "idle") {
      state = "loading";
      search().catch(() => {
        // The next letter tries again.
        state = "idle";
      });
    }
  }
}

async function search() {
  const response = await fetch(location.search.startsWith("?en") ? INDEXES.en : INDEXES.fr);
  const index = await response.json();
  // Material's worker, alone, would load what it is told; it heeds this one only.
  Reflect.set(globalThis, "searchLater", true);
  // TypeScript knows this file for a page's, where there is no importScripts.
  /** @type {any} */ (globalThis).importScripts(MATERIAL);
  hand({ type: SETUP, data: { ...index, options: setup.data.options } });
  // Material's worker is ready once it has said so, which is a task later.
  setTimeout(() => {
    state = "running";
    hand(query);
  });
}

/** @param {{ type: number, data: unknown }} message */
function hand(message) {
  dispatchEvent(new MessageEvent("message", { data: message }));
}

addEventListener("message", listen);
