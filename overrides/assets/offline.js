// Keeps the guide on the reader's device, where they ask for it, and forgets it again (partials/offline.html). On every
// page, says that a newer guide is there, once it is kept.

/** @typedef {{ kept: boolean, left: boolean, release: string, failed?: "quota" | "network" }} Answer */

/** A worker that does not answer for so long will not. */
const ANSWER_TIMEOUT_MS = 120_000;

const release = document.querySelector('meta[name="guide-release"]')?.getAttribute("content");
const home = document.querySelector("[data-service-worker]");

if (home instanceof HTMLElement && "serviceWorker" in navigator && release) {
  const panel = document.querySelector("[data-offline]");
  // A browser that lets nothing be kept here offers nothing.
  if (panel instanceof HTMLElement) offer(panel, home).catch(() => {});
  if (navigator.serviceWorker.controller) watch(home).catch(() => {});
}

/** @param {HTMLElement} home */
function address(home) {
  return new URL(home.dataset.serviceWorker ?? "", document.baseURI);
}

/**
 * @param {ServiceWorker} worker
 * @param {"state" | "keep" | "forget"} type
 * @returns {Promise<Answer>}
 */
function ask(worker, type) {
  const lang = document.documentElement.lang.slice(0, 2);
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => reject(new Error("no answer")), ANSWER_TIMEOUT_MS);
    worker.postMessage({ type, lang }, [port2]);
  });
}

/**
 * @param {HTMLElement} panel
 * @param {HTMLElement} home
 */
async function offer(panel, home) {
  const find = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (panel.querySelector(`[data-part="${name}"]`));
  const buttons = [find("keep"), find("forget")];
  const show = (/** @type {boolean} */ kept) => {
    find("keep").hidden = find("size").hidden = kept;
    find("forget").hidden = !kept;
  };
  const say = (/** @type {string} */ name) => {
    find("status").textContent = name && (panel.querySelector(`[data-word="${name}"]`)?.textContent ?? "");
  };
  const scope = new URL(".", address(home)).href;
  const registered = async () =>
    (await navigator.serviceWorker.getRegistrations()).find((each) => each.scope === scope);

  const act = async (/** @type {"keep" | "forget"} */ type) => {
    for (const button of buttons) button.toggleAttribute("disabled", true);
    say(type === "keep" ? "keeping" : "");
    try {
      if (type === "keep") {
        const { active } = (await registered()) ?? {};
        await navigator.serviceWorker.register(address(home));
        // The page may be of a newer release than what was kept.
        if (active) await (await registered())?.update();
      }
      const registration = await registered();
      const worker = registration && (await newest(registration));
      const { kept, left, failed } = await (worker ? ask(worker, type) : empty(scope));
      if (!left) await (await registered())?.unregister();
      show(kept);
      say(failed ?? (kept ? (worker?.state === "installed" ? "kept-next" : "kept") : "forgotten"));
      find(kept ? "forget" : "keep").focus();
    } catch {
      say("network");
    }
    for (const button of buttons) button.toggleAttribute("disabled", false);
  };
  for (const type of /** @type {const} */ (["keep", "forget"]))
    find(type).addEventListener("click", () => act(type));

  const { waiting, active } = (await registered()) ?? {};
  const worker = waiting ?? active;
  const state = worker && (await ask(worker, "state").catch(() => undefined));
  show(state?.kept ?? false);
  panel.hidden = false;
}

/**
 * Forget everything where no worker is there to do so: the browser, or another tab, has taken it away meanwhile.
 *
 * @param {string} scope
 * @returns {Promise<Answer>}
 */
async function empty(scope) {
  // As service_worker/caches.js names them.
  for (const name of await caches.keys()) if (name.startsWith(`guide ${scope} `)) await caches.delete(name);
  return { kept: false, left: false, release: "" };
}

/**
 * The worker of the latest release, which is that of a page that came over the network: once it is active, or waits for
 * the pages of the release before to be closed.
 *
 * @param {ServiceWorkerRegistration} registration
 */
function newest(registration) {
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  /** @type {Promise<ServiceWorker>} */
  const settled = new Promise((resolve, reject) => {
    const look = () => {
      const waits = worker?.state === "installed" && registration.active;
      if (worker && (waits || worker.state === "activated")) resolve(worker);
      if (!worker || worker.state === "redundant") reject(new Error(worker?.state));
    };
    worker?.addEventListener("statechange", look);
    look();
  });
  return settled;
}

/**
 * Ask whether there is a newer guide, and tell the reader of it once it is kept whole.
 *
 * @param {HTMLElement} home
 */
async function watch(home) {
  const registration = await navigator.serviceWorker.getRegistration(new URL(".", address(home)).href);
  if (!registration) return;
  const look = async () => {
    // A worker that answers nothing is none that keeps a guide (service_worker/unregister.js).
    const newer = registration.waiting && (await ask(registration.waiting, "state").catch(() => undefined));
    if (newer && newer.release !== release) home.hidden = false;
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", look);
  });
  home.querySelector("button")?.addEventListener("click", () => location.reload());
  look();
  registration.update().catch(() => {}); // Without a network, there is nothing newer to be had.
}
