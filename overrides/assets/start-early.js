// Stands in the head of a page with checks. For who keeps the guide on their device, Python's image is compiled, and the
// module that starts it is loaded, before the page's other files: element/runtime.js takes over what is found here.

/** @import { Kept } from "../../plugin/live_checks/element/protocol.js" */

if (navigator.serviceWorker?.controller && parent === self) {
  const runtime = /** @type {HTMLElement & { kept?: Promise<Kept | undefined> }} */ (
    document.getElementById("qbo-check-runtime")
  );
  const { module = "", runtime: folder = "" } = runtime.dataset;
  const look = async () => {
    // Read without the service worker, which would hand on every byte, it comes in half the time.
    const response = await caches.match(new URL(`${folder}python.wasm`, document.baseURI));
    // In a tab that nobody has looked at yet, nothing starts.
    if (!response || document.visibilityState !== "visible") return response && { response };
    const compiled = WebAssembly.compileStreaming(response.clone());
    compiled.catch(() => {}); // Whoever starts Python hears of it.
    return { response, compiled };
  };
  runtime.kept = look().catch(() => undefined); // Nothing is kept, or the browser shows none of it to the page.
  // Where it is missing, the scripts that need it tell of that (outdated.js).
  import(new URL(module, document.baseURI).href).catch(() => {});
}
