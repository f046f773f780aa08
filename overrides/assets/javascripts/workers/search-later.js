// Material's search, fetched when a reader first searches: most never do, and its worker and index weigh as
// much as half a page. Material starts the worker that the page names (overrides/main.html: this one) and hands it
// an index at once, which is empty. The real one, and Material's own worker, are where the build wrote them below:
// whoever starts this worker, and whatever they say to it, it fetches these and nothing else.

/** Material's own worker. The build puts the name here that it has (plugin/live_checks/languages.py). */
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

/** @type {{ stop: string[], synonyms: [string, string][] }} What the build says of words: docs/search-words.yaml. */
let words;
/** @type {string[]} What was added to what the reader asked for. */
let added = [];
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
    if (state === "running") ask();
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
  const { words: told, ...index } = await response.json();
  words = told;
  // What was added is not missing where it is not found.
  const post = postMessage.bind(globalThis);
  Reflect.set(globalThis, "postMessage", (/** @type {{ type: number, data: any }} */ message) => {
    if (message.type === RESULT) {
      for (const { terms } of message.data.items.flat()) for (const term of added) delete terms[term];
    }
    post(message);
  });
  // Material's worker, alone, would load what it is told; it heeds this one only.
  Reflect.set(globalThis, "searchLater", true);
  // TypeScript knows this file for a page's, where there is no importScripts.
  /** @type {any} */ (globalThis).importScripts(MATERIAL);
  hand({ type: SETUP, data: { ...index, options: setup.data.options } });
  // Material's worker is ready once it has said so, which is a task later.
  setTimeout(() => {
    state = "running";
    ask();
  });
}

function ask() {
  hand({ ...query, data: understood(query.data) });
}

/**
 * A question without the words that say nothing, and with those of the heading that answers it.
 * @param {string} text
 */
function understood(text) {
  added = [];
  if (text.includes('"')) return text; // Asked for as it stands.
  const asked = text.split(/[\s'’]+|(?<=\p{L})-(?=\p{L})/u).filter(Boolean);
  const kept = asked.filter((word) => !words.stop.includes(plain(word)));
  const wholes = [asked, kept].map((some) => ` ${some.map(plain).join(" ")} `);
  for (const [phrase, heading] of words.synonyms) {
    if (wholes.some((whole) => whole.includes(` ${phrase} `))) added.push(...heading.split(" "));
  }
  return [...(kept.length ? kept : asked), ...added.map((word) => `${word}^4`)].join(" ");
}

/** @param {string} word */
function plain(word) {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}_]/gu, "");
}

/** @param {{ type: number, data: unknown }} message */
function hand(message) {
  dispatchEvent(new MessageEvent("message", { data: message }));
}

addEventListener("message", listen);
