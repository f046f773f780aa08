// What every column but ours has for an element: at the reader's first intent it hires its answerer, asks it
// one check, and shows the verdict in the form's data-verdict, as <qbo-check> does.

/** @import { Report } from "../../plugin/live_checks/element/protocol.js" */

/** @typedef {(request: string) => Promise<string>} Answerer JSON in, JSON out, see qbo_checks.browser */

/** @param {() => Promise<Answerer>} hire starts whatever answers */
export function measured(hire) {
  const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
  const field = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
  /** @type {Promise<Answerer> | undefined} */
  let hired;
  const check = async () => {
    delete form.dataset.verdict;
    hired ??= hire();
    const answer = await hired;
    const fields = { environment: "sandbox", uri: field.value };
    /** @type {Report} */
    const report = JSON.parse(await answer(JSON.stringify({ check: "redirect-uri", lang: "en", fields })));
    form.dataset.verdict = report.verdict;
  };
  form.addEventListener("focusin", check, { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check();
  });
}

/**
 * @param {URL} script of a worker that answers each message with one
 * @returns {Promise<Answerer>}
 */
export async function fromWorker(script) {
  const worker = new Worker(script, { type: "module" });
  return (request) =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.postMessage(request);
    });
}
