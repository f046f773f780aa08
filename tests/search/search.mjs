// Asks the guide's own search, as a page would: node search.mjs SITE LANG < queries (JSON), answers (JSON).
// The worker, Material's and lunr are the site's files; what a browser gives a worker is made of Node's.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import vm from "node:vm";

const [site, lang] = process.argv.slice(2);
const workers = join(site, "assets", "javascripts", "workers");
const listeners = [];
let heard;

const world = vm.createContext({
  console,
  setTimeout,
  URL,
  location: { search: `?${lang}` },
  MessageEvent: class {
    isTrusted = false;
    constructor(type, { data }) {
      this.type = type;
      this.data = data;
    }
  },
  addEventListener: (_type, listener) => listeners.push(listener),
  dispatchEvent: (event) => tell(event),
  postMessage: (message) => heard?.(message),
  fetch: async (path) => ({ json: async () => JSON.parse(readFileSync(resolve(workers, path), "utf8")) }),
  importScripts: (...paths) => {
    for (const path of paths) run(path);
  },
});
world.self = world;

function run(path) {
  vm.runInContext(readFileSync(resolve(workers, path), "utf8"), world, { filename: path });
}

function tell(event) {
  let stopped = false;
  event.stopImmediatePropagation = () => {
    stopped = true;
  };
  for (const listener of [...listeners]) {
    if (stopped) break;
    listener(event);
  }
}

const ask = (type, data) =>
  new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error(`no answer to ${data}`)), 30_000);
    heard = (message) => {
      if (message.type !== type + 1) return;
      clearTimeout(late);
      done(message.data);
    };
    tell({ data: { type, data }, isTrusted: true });
  });

run("search-later.js");
await ask(0, { config: {}, docs: [], options: { suggest: false } });
const answers = [];
for (const query of JSON.parse(readFileSync(0, "utf8"))) {
  const { items } = await ask(2, query);
  const found = items.flat().sort((one, two) => two.score - one.score);
  answers.push(found.map(({ location }) => location));
}
process.stdout.write(JSON.stringify(answers));
