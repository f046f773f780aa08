// Stands in the page itself, before Material's scripts, which end where the browser gives them no storage (site data
// blocked), or where what they find there is not what they put there. In the first case they get one that lasts as long
// as the page; in the second, what they cannot read is taken away.

for (const name of ["localStorage", "sessionStorage"]) {
  try {
    const storage = Reflect.get(globalThis, name);
    // Whoever else has pages on the same host may have written anything under Material's names.
    for (const key of Object.keys(storage)) {
      if (!/\.__\w+$/.test(key)) continue;
      try {
        const kept = JSON.parse(storage.getItem(key));
        if (!key.endsWith(".__palette") || kept.color) continue;
      } catch {
        // No JSON, or nothing.
      }
      storage.removeItem(key);
    }
  } catch {
    /** @type {Map<string, string>} */
    const held = new Map();
    Object.defineProperty(globalThis, name, {
      value: {
        getItem: (/** @type {string} */ key) => held.get(key) ?? null,
        setItem: (/** @type {string} */ key, /** @type {unknown} */ value) => held.set(key, String(value)),
        removeItem: (/** @type {string} */ key) => held.delete(key),
      },
    });
  }
}
