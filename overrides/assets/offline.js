// Keeps the guide on the reader's device, where they ask for it, and forgets it again (partials/offline.html). On every
// page, says that a newer guide is there, once it is kept.

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
 * @returns {Promise<{ kept: boolean, left: boolean, release: string, failed?: "quota" | "network" }>}
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
      if (type === "keep") await navigator.serviceWorker.register(address(home));
      const worker = await active((await registered()) ?? (await navigator.serviceWorker.ready));
      const { kept, left, failed } = await ask(worker, type);
      if (!left) await (await registered())?.unregister();
      show(kept);
      say(failed ?? (kept ? "kept" : "forgotten"));
      find(kept ? "forget" : "keep").focus();
    } catch {
      say("network");
    }
    for (const button of buttons) button.toggleAttribute("disabled", false);
  };
  for (const type of /** @type {const} */ (["keep", "forget"]))
    find(type).addEventListener("click", () => act(type));

  const worker = (await registered())?.active;
  const state = worker && (await ask(worker, "state").catch(() => undefined));
  show(state?.kept ?? false);
  panel.hidden = false;
}

/** @param {ServiceWorkerRegistration} registration */
function active(registration) {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  /** @type {Promise<ServiceWorker>} */
  const activated = new Promise((resolve, reject) => {
    const look = () => {
      if (worker?.state === "activated") resolve(worker);
      if (!worker || worker.state === "redundant") reject(new Error(worker?.state));
    };
    worker?.addEventListener("statechange", look);
    look();
  });
  return activated;
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
