// Keeps the reader at the same heading when they change language: both languages have the same ids.
const link = document.querySelector("a[data-language-switch]");

/** How far below the top of the window a heading counts as the one that is read: where a link to it would leave it. */
const TOP = 200;

function follow() {
  if (link instanceof HTMLAnchorElement) link.hash = location.hash;
}

/** The heading that the reader has come to; none above the first. */
function nearest() {
  if (!(link instanceof HTMLAnchorElement)) return;
  const passed = [...document.querySelectorAll("article :is(h2, h3, h4)[id]")].filter(
    (heading) => heading.checkVisibility() && heading.getBoundingClientRect().top < TOP,
  );
  if (scrollY > 0) link.hash = passed.at(-1)?.id ?? "";
}

addEventListener("hashchange", follow);
for (const intent of ["pointerdown", "focus", "click"]) link?.addEventListener(intent, nearest);
follow();
