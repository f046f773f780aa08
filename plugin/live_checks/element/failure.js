// Why something of ours did not end well, and how long it is waited for.

/** @import { Reason } from "./protocol.js" */

/** Why there is no answer: a fault of ours or of the reader's surroundings, never of what was pasted. */
export class Failure extends Error {
  /**
   * @param {Reason} reason
   * @param {boolean} [final] whether no other way would end differently
   */
  constructor(reason, final = false) {
    super(reason);
    this.reason = reason;
    this.final = final;
  }
}

/**
 * @template T
 * @param {number} milliseconds
 * @param {Promise<T>} promise
 * @param {boolean} [final] whether no other way would end sooner
 * @returns {Promise<T>}
 */
export function within(milliseconds, promise, final = true) {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Failure("timeout", final)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
