// Stands in the head of a page with checks. For who keeps the guide on their device, the module that starts Python is
// loaded before the page's other files; whether this release is kept, it looks itself (element/shared.js).

if (navigator.serviceWorker?.controller) {
  const { module = "" } = document.getElementById("qbo-check-runtime")?.dataset ?? {};
  // Where it is missing, the scripts that need it tell of that (outdated.js).
  import(new URL(module, document.baseURI).href).catch(() => {});
}
