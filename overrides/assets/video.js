// Puts YouTube's player in the place of a still, and only when the reader asks for it: before the click, and
// without this script, the still is a plain link. A site with a policy has to allow frame-src
// https://www.youtube-nocookie.com.

for (const link of document.querySelectorAll("a[data-player]")) {
  if (link instanceof HTMLAnchorElement) link.addEventListener("click", play);
}

/** @param {MouseEvent} event */
function play(event) {
  // A new tab or window was asked for: that is the link's to give.
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.currentTarget;
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  const frame = document.createElement("iframe");
  frame.src = link.dataset.player ?? link.href;
  frame.title = link.querySelector("title")?.textContent ?? "";
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  // The player refuses to play where it is not told which site it is on.
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  link.replaceWith(frame);
  frame.focus();
}
