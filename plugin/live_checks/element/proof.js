// <qbo-proof>: what the privacy page says of the worker, tried before the reader's eyes. Rows and words are in
// the page (overrides/partials/proof.html).

import { part, runtime, word } from "./shared.js";

/** @import { Attempt } from "./protocol.js" */

class QboProof extends HTMLElement {
  /** When something was last typed or pasted into a check of this page. */
  #typed = Number.POSITIVE_INFINITY;
  #requests = 0;

  connectedCallback() {
    for (const [name, act] of /** @type {const} */ ([
      ["try", () => this.#try()],
      ["compare", () => this.#compare()],
    ])) {
      const button = /** @type {HTMLButtonElement} */ (part(this, name));
      button.disabled = false;
      button.addEventListener("click", async () => {
        button.disabled = true;
        await act().catch(() => this.#say("failed"));
        button.disabled = false;
      });
    }
    document.addEventListener("input", ({ target, timeStamp }) => {
      if (!(target instanceof Element) || !target.closest("qbo-check")) return;
      this.#typed = timeStamp;
      this.#requests = 0;
      this.#count();
    });
    new PerformanceObserver((list) => {
      this.#requests += list.getEntries().filter(({ startTime }) => startTime > this.#typed).length;
      this.#count();
    }).observe({ type: "resource" });
  }

  #count() {
    if (Number.isFinite(this.#typed)) part(this, "requests").textContent = String(this.#requests);
  }

  async #try() {
    this.#say("trying");
    /** @type {Attempt[]} */
    const attempts = await runtime.tryEgress();
    for (const { route, outcome, directive, removed } of attempts) {
      const row = this.#row(route);
      row.dataset.outcome = outcome;
      row.dataset.removed = String(removed);
      part(row, "outcome").textContent = word(outcome, this.#words);
      part(row, "directive").textContent = directive;
      part(row, "removed").textContent = word(removed ? "removed" : "stays", this.#words);
    }
    const policies = new Set(attempts.flatMap((attempt) => attempt.policies));
    part(this, "policy").textContent = [...policies].join("\n");
    part(this, "reports").hidden = ![...policies].some((policy) => /\breport-(?:uri|to)\b/.test(policy));
    this.#say(attempts.some(({ outcome }) => outcome === "open") ? "leaks" : "tried");
  }

  /** Compute the digest of each file that the checks run, as this browser gets it, and show it beside the bill's. */
  async #compare() {
    this.#say("comparing");
    const root = new URL(this.dataset.root ?? "", document.baseURI);
    /** @typedef {{ name: string, hashes?: { alg: string, content: string }[] }} File */
    /** @type {{ components: { components?: File[] }[] }} */
    const bill = await (await fetch(new URL("assets/bom.cdx.json", root))).json();
    const files = bill.components
      .flatMap(({ components = [] }) => components)
      .filter(({ name }) => /\/qbo-check\/.*\.js$|\/python\.wasm$|\/runtime\/\w+\/[\w-]+\.js$/.test(name));
    const rows = [];
    let different = 0;
    for (const { name, hashes } of files) {
      const bytes = await (await fetch(new URL(name, root))).arrayBuffer();
      const digest = hex(await crypto.subtle.digest("SHA-256", bytes));
      const published = hashes?.find(({ alg }) => alg === "SHA-256")?.content ?? "";
      if (digest !== published) different++;
      const row = /** @type {HTMLElement} */ (part(this.#words, "file").cloneNode(true));
      row.dataset.same = String(digest === published);
      part(row, "name").textContent = name.split("/").pop() ?? "";
      part(row, "digest").textContent = digest;
      part(row, "published").textContent = published;
      rows.push(row);
    }
    part(this, "files").replaceChildren(...rows);
    part(this, "comparison").hidden = false;
    this.#say(different === 0 && rows.length > 0 ? "same" : "different");
  }

  /** @param {string} route */
  #row(route) {
    const row = this.querySelector(`[data-route="${route}"]`);
    if (row instanceof HTMLElement) return row;
    throw new TypeError(`no row for ${route}`);
  }

  get #words() {
    return /** @type {HTMLTemplateElement} */ (this.querySelector("template")).content;
  }

  /** @param {string} name */
  #say(name) {
    part(this, "status").textContent = word(name, this.#words);
  }
}

/** @param {ArrayBuffer} bytes */
function hex(bytes) {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

customElements.define("qbo-proof", QboProof);
