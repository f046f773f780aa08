// Keeps the reader at the same heading when they change language: both languages have the same ids.
const link = document.querySelector("a[data-language-switch]");

function follow() {
  if (link instanceof HTMLAnchorElement) link.hash = location.hash;
}

addEventListener("hashchange", follow);
follow();
