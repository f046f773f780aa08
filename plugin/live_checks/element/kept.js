// What the fields of a page's checks hold, for this tab alone and until it is closed: never a secret (qbo-check.js).

const KEY = "qbo-checks";

/** @returns {Record<string, Record<string, string>>} by the id of the check, then by the name of the field */
function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "{}") ?? {};
  } catch {
    return {}; // No storage here, or not ours.
  }
}

/** @param {string} id */
export function kept(id) {
  return read()[id] ?? {};
}

/**
 * @param {string} id
 * @param {Record<string, string>} values in the place of what was kept; none keeps nothing
 */
export function keep(id, values) {
  const { [id]: _, ...others } = read();
  const all = Object.keys(values).length > 0 ? { ...others, [id]: values } : others;
  try {
    if (Object.keys(all).length > 0) sessionStorage.setItem(KEY, JSON.stringify(all));
    else sessionStorage.removeItem(KEY);
  } catch {
    // No storage here: nothing is kept.
  }
}
