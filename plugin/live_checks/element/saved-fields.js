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

/**
 * @param {string} id
 * @returns {Map<string, string>} by the name of the field; whoever else writes to this storage may write anything
 */
export function kept(id) {
  return new Map(Object.entries(read()[id] ?? {}).filter(([_, value]) => typeof value === "string"));
}

/**
 * @param {string} id
 * @param {Record<string, string>} values in the place of what was kept; none keeps nothing
 */
export function keep(id, values) {
  const { [id]: _, ...others } = read();
  const all = Object.keys(values).length > 0 ? { ...others, [id]: values } : others;
  // Where there is no room for all, what was kept of this check is older than what the page shows.
  if (!write(all)) write(others);
}

/**
 * @param {Record<string, Record<string, string>>} all
 * @returns {boolean} whether it is kept
 */
function write(all) {
  try {
    // First, so that there is room, and so that nothing older stays where there is none.
    sessionStorage.removeItem(KEY);
    if (Object.keys(all).length > 0) sessionStorage.setItem(KEY, JSON.stringify(all));
    return true;
  } catch {
    return false; // No storage here, or no room.
  }
}
