// The one way by which a string becomes markup or the address of a script on these pages: Material's own
// scripts hand strings to the page (innerHTML in the search's results, its worker's address), so that Trusted
// Types can only be asked for with a default policy. What is ours hands over text and nodes.

/** What loads, runs or sends something, or changes what a page's addresses mean. */
const ACTS = /<\/?(?:base|embed|form|frame|iframe|link|meta|object|script|style|template)\b/i;

/** @type {any} The browsers that do not know Trusted Types do without. */
const trustedTypes = Reflect.get(globalThis, "trustedTypes");

trustedTypes?.createPolicy("default", {
  createHTML(/** @type {string} */ html) {
    if (ACTS.test(html)) throw new TypeError("markup that acts");
    return html;
  },
  createScriptURL(/** @type {string} */ url) {
    // A blob is made by the page itself; its origin is the page's.
    if (new URL(url, document.baseURI).origin !== location.origin)
      throw new TypeError("a script from elsewhere");
    return url;
  },
});
