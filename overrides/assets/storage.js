// Stands in the page itself, before Material's scripts, which end where the browser gives them no storage: site data
// blocked. They get one that lasts as long as the page.

for (const name of ["localStorage", "sessionStorage"]) {
  try {
    Reflect.get(globalThis, name).getItem(name);
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
