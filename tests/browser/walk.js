// Put around seal.js in a worker: remembers every function that the browser gives to a worker, has them taken away,
// and looks for them on every road that is left.

/** Everything that an object holds, and what is above it; nothing is called but its accessors' own functions are seen.
 * @param {unknown[]} roots */
function* everything(roots) {
  const seen = new Set();
  const todo = [...roots];
  while (todo.length > 0) {
    const thing = todo.pop();
    if ((typeof thing !== "object" && typeof thing !== "function") || thing === null || seen.has(thing))
      continue;
    seen.add(thing);
    yield thing;
    todo.push(Object.getPrototypeOf(thing));
    for (const key of Reflect.ownKeys(thing)) {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(thing, key) ?? {};
      todo.push(value, get, set);
      if (get && !(key === "callee" || key === "caller" || key === "arguments")) {
        try {
          todo.push(Reflect.get(thing, key));
        } catch {
          // It belongs to an instance.
        }
      }
    }
  }
}

const world = globalThis;
/** @type {Map<unknown, string>} */
const held = new Map();
for (let owner = world; owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
  for (const key of Reflect.ownKeys(owner)) {
    const { value, get } = Reflect.getOwnPropertyDescriptor(owner, key) ?? {};
    if (typeof value === "function") held.set(value, String(key));
    if (get) held.set(get, String(key));
  }
}
/** @type {Map<unknown, string>} The methods of what goes, too: none may be left on another road. */
const methods = new Map();
for (const [thing, name] of held) {
  const { prototype } = /** @type {any} */ (thing);
  for (const key of prototype ? Reflect.ownKeys(prototype) : []) {
    const { value, get } = Reflect.getOwnPropertyDescriptor(prototype, key) ?? {};
    for (const one of [value, get]) if (typeof one === "function") methods.set(one, `${name}.${String(key)}`);
  }
}

// --- seal.js ---

// biome-ignore-start lint/correctness/noUndeclaredVariables: seal.js stands above, once the test has put it there.
const prove = prover();
strip();

addEventListener("message", async (event) => {
  const stays = new Set();
  for (let owner = world; owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
    for (const key of Reflect.ownKeys(owner))
      if (typeof key === "string" && !/^[A-Z]+$/.test(key)) stays.add(key);
  }
  const gone = new Map([...held].filter(([, name]) => !KEPT.has(name)));
  const reached = new Set();
  let walked = 0;
  // What Python could be handed by what stays: an event, a response and its body, a port, a module.
  const roots = [
    world,
    event,
    new Response("x"),
    new Response("x").body,
    new MessageChannel(),
    new AbortController(),
    crypto,
    performance,
  ];
  for (const thing of everything(roots)) {
    walked++;
    const name = gone.get(thing) ?? methods.get(thing);
    if (name && ACTS.test(name)) reached.add(name);
  }
  postMessage({ stays: [...stays], gone: gone.size, walked, reached: [...reached], sealed: await prove() });
});
postMessage({ type: "begun" });

/** What sends, starts or keeps, in the list of web platform interfaces (tests/browser/idl.mjs). */
const ACTS =
  /^(fetch|fetchLater|importScripts|Worker|SharedWorker|XMLHttpRequest|WebSocket|WebSocketStream|EventSource|WebTransport|RTC\w+|FontFace\w*|fonts|Notification|caches|Cache\w*|indexedDB|IDB\w+|BroadcastChannel|navigator|Navigator\w*|WorkerNavigator|ServiceWorker\w*|BackgroundFetch\w*|PushManager|StorageManager|StorageBucket\w*|FileSystem\w*|LockManager|Request|createImageBitmap|ImageDecoder|OffscreenCanvas|trustedTypes|TrustedTypePolicy\w*|HID\w*|USB\w*|Serial\w*|GPU\w*|ReportingObserver|scheduler|open|cookieStore|CookieStore\w*|createObjectURL)(\.|$)/;
// biome-ignore-end lint/correctness/noUndeclaredVariables: the same.
