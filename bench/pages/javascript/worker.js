// The floor: a few lines of JavaScript that answer the same question as ../micropython/check.py.

const EXPECTED = "https://quickbooksonlinesandbox.codat.io/oauth2/callback";

/** @param {string} request */
function answer(request) {
  const pasted = JSON.parse(request).fields.uri;
  const uri = pasted.trim();
  const codes = [];
  if (uri !== pasted) codes.push("space-around");
  if (!uri.startsWith("https://")) codes.push("not-https");
  if (uri.includes("#")) codes.push("fragment");
  if (uri.includes("?")) codes.push("query");
  if (uri.endsWith("/")) codes.push("trailing-slash");
  if (uri.replace(/\/+$/, "") !== EXPECTED) codes.push("other-address");
  const findings = codes.map((code) => ({ code: `redirect-uri.${code}`, field: "uri" }));
  return JSON.stringify({ verdict: findings.length > 0 ? "fail" : "pass", findings });
}

addEventListener("message", ({ data }) => postMessage(answer(data)));
