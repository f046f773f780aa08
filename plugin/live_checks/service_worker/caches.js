// How the caches of a guide are called, for whoever keeps in them or takes them away.

/**
 * Other guides may be on the same origin, each with a folder. overrides/assets/offline.js, which every theme may replace,
 * spells it once more.
 *
 * @param {string} scope of the service worker
 */
export function prefix(scope) {
  return `guide ${scope} `;
}
