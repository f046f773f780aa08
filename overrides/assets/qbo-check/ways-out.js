// Every way by which a worker could send something to a server, really tried from inside it. What would be sent
// says nothing; where it would go is this site, or a host that cannot exist (RFC 2606).

/** @import { Attempt } from "./protocol.js" */

const NOWHERE = "guide.invalid";
/** A browser that forbids something says so at once; one that tries takes longer, and tells by it. */
const PATIENCE = 3000;

/** What this kind of worker does not have at all. */
class Absent extends Error {}

/**
 * @param {typeof fetch} network the browser's own: worker.js may have put another in its place
 * @returns {Promise<Attempt[]>} in the order of the panel's rows (overrides/partials/proof.html)
 */
export async function tryWaysOut(network) {
  const here = new URL("try", import.meta.url);
  /** @type {Record<string, () => Promise<unknown> | unknown>} */
  const ways = {
    "fetch-elsewhere": () => network(`https://${NOWHERE}/`),
    "fetch-here": () => network(here),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open("POST", here);
      const answered = opens(request, "load");
      request.send("try");
      return answered;
    },
    websocket: () => opens(new WebSocket(`wss://${NOWHERE}/`), "open"),
    eventsource: () => opens(new EventSource(here), "open"),
    webtransport: () => new (known("WebTransport"))(`https://${NOWHERE}/`).ready,
    import: () => import(`https://${NOWHERE}/try.js`),
    webrtc: () => new (known("RTCPeerConnection"))(),
    beacon: () => known("sendBeacon", navigator),
  };
  const attempts = [];
  for (const [way, attempt] of Object.entries(ways)) attempts.push({ way, ...(await outcome(attempt)) });
  return attempts;
}

/**
 * @param {() => unknown} attempt
 * @returns {Promise<Omit<Attempt, "way">>}
 */
async function outcome(attempt) {
  /** @type {SecurityPolicyViolationEvent | undefined} */
  let violation;
  /** @param {SecurityPolicyViolationEvent} event */
  const heard = (event) => {
    violation = event;
  };
  addEventListener("securitypolicyviolation", /** @type {any} */ (heard));
  /** @type {Attempt["outcome"]} */
  let ended;
  try {
    ended = await Promise.race([
      new Promise((resolve) => resolve(attempt())).then(() => /** @type {const} */ ("open")),
      later(PATIENCE, /** @type {const} */ ("unknown")),
    ]);
  } catch (error) {
    ended = error instanceof Absent ? "absent" : "unknown";
  }
  // The browser may tell of the violation after the error that it caused.
  await later(50, undefined);
  removeEventListener("securitypolicyviolation", /** @type {any} */ (heard));
  if (!violation) return { outcome: ended, directive: "", policy: "" };
  return { outcome: "blocked", directive: violation.effectiveDirective, policy: violation.originalPolicy };
}

/**
 * @param {EventTarget} connection
 * @param {string} success the event that tells that it reached somebody
 */
function opens(connection, success) {
  return new Promise((resolve, reject) => {
    connection.addEventListener(success, resolve, { once: true });
    connection.addEventListener("error", reject, { once: true });
  });
}

/**
 * @param {string} name
 * @param {object} [owner]
 * @returns {any}
 */
function known(name, owner = globalThis) {
  if (!(name in owner)) throw new Absent(name);
  return Reflect.get(owner, name);
}

/**
 * @template T
 * @param {number} milliseconds
 * @param {T} value
 * @returns {Promise<T>}
 */
function later(milliseconds, value) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, value));
}
