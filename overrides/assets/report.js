// Adds to the link that reports a fault the codes that stand on the page, as far as they are names of ours: the findings
// of its checks and, on a page of codes, the one that the address names. Nothing else of the page, or of its address.
const CODE = /^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/;
const reporting = document.querySelector("a[data-report]");

if (reporting instanceof HTMLAnchorElement) {
  const { href } = reporting;
  for (const event of ["pointerdown", "focus", "click"])
    reporting.addEventListener(event, () => {
      reporting.href = href + encodeURIComponent(codes().join(", "));
    });
}

function codes() {
  const found = [...document.querySelectorAll("qbo-check [data-code]")].map((finding) =>
    finding.getAttribute("data-code"),
  );
  const named = document.getElementById(location.hash.slice(1));
  return [...new Set([named?.id, ...found])].filter((code) => code && CODE.test(code));
}
