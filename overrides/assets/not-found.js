// Stands in the page that a host sends for whatever is not there. The page does not know below which path the guide
// is served: the build may have been told another one. So it asks for a file of the guide's own, first where the
// build was told, then below each folder of the address, from the shortest.
const main = document.querySelector("main[data-root]");

if (main instanceof HTMLElement) {
  const { root = "/", file = "" } = main.dataset;
  find(root, file).then((found) => {
    if (found !== undefined) lead(main, found);
  });
}

/**
 * @param {string} told
 * @param {string} file
 */
async function find(told, file) {
  // Two slashes in a row would begin another host's address.
  const folders = location.pathname.split("/").filter(Boolean).slice(0, 8);
  const above = folders.map((_, depth) => `/${folders.slice(0, depth).join("/")}/`.replace("//", "/"));
  for (const root of new Set([told, ...above])) {
    const answer = await fetch(root + file, { method: "HEAD" }).catch(() => undefined);
    // Some hosts send a page of theirs for everything, and call it found.
    if (answer?.ok && answer.headers.get("content-type")?.includes("javascript")) return root;
  }
}

/**
 * The language of the address comes first, where a host knows one page for both.
 * @param {HTMLElement} main
 * @param {string} root
 */
function lead(main, root) {
  for (const link of main.querySelectorAll("a[data-home]")) {
    if (link instanceof HTMLAnchorElement) link.href = root + link.dataset.home;
  }
  const lang = location.pathname.startsWith(`${root}en/`) ? "en" : "fr-CA";
  const [first, ...others] = main.querySelectorAll("section");
  const mine = others.find((section) => section.lang === lang);
  if (!first || !mine) return;
  first.before(mine);
  document.documentElement.lang = lang;
  document.title = mine.querySelector("h1")?.textContent ?? document.title;
}
