// Leads the reader of an old address on to where the page links: its own link, with the fragment that they
// came with, or the link of the section whose old fragment it is. Nothing else of the address is carried on.
// A page that is still there, and that sections have left, has only links of sections.
const page = document.querySelector("a[data-page]");
const fragment = decoded(location.hash.slice(1));
const section = fragment && document.querySelector(`a[data-fragments~="${CSS.escape(fragment)}"]`);

if (section instanceof HTMLAnchorElement) {
  if (!section.hash) section.hash = location.hash;
  location.replace(section.href);
} else if (page instanceof HTMLAnchorElement) {
  page.hash = location.hash;
  location.replace(page.href);
}

/** @param {string} fragment */
function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // Not valid percent-encoding: no fragment of ours.
  }
}
