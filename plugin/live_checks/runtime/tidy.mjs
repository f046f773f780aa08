// Takes from a copy of CPython's memory what only its own bookkeeping still holds: names that nothing speaks any
// more, and the chain by which the collector of cycles goes from one object to the next. Both hardly compress.
//
// Structures are those of CPython 3.13 where a pointer has 32 bits; whatever is not as expected ends the build.

/** A PyASCIIObject: refcount, type, length, hash, state, then the text. */
const TEXT = 5;
/** The state of a text that is interned for ever, in ASCII, in one piece: Include/cpython/unicodeobject.h. */
const INTERNED = 0x66;
/** A PyDictKeysObject's words before its indices: Include/internal/pycore_dict.h. */
const KEYS = 5;
/** The kind of keys that are all texts, without their hashes. */
const UNICODE_KEYS = 1;
const DUMMY = -2;

/**
 * Delete from the dictionary of interned texts those that nothing else holds, and the texts with them. A word that
 * merely looks like such an address keeps the text.
 *
 * @param {Uint8Array} image
 * @param {number} type the address of `str`
 * @param {number} from where the heap begins
 * @returns {number} how many there were
 */
export function forgetNames(image, type, from) {
  const words = new Uint32Array(image.buffer, 0, image.length >> 2);
  /** @type {Map<number, number>} each interned text, and how many words hold its address */
  const held = new Map();
  for (let at = from >> 2; at < words.length - TEXT; at++)
    if (words[at + 1] === type && (words[at + 4] & 0xff) === INTERNED) held.set(4 * at, 0);
  for (const word of words) if (held.has(word)) held.set(word, held.get(word) + 1);

  const { entries, keys, used } = interned(words, type);
  const width = 2 ** (image[4 * keys + 5] - image[4 * keys + 4]);
  if (width !== 2 && width !== 4) throw new Error("not the indices of the interned texts");
  const Indices = width === 2 ? Int16Array : Int32Array;
  const indices = new Indices(image.buffer, 4 * (keys + KEYS), 2 ** image[4 * keys + 4]);
  const places = new Map([...indices].map((entry, place) => [entry, place]));
  let forgotten = 0;
  for (let entry = 0; entry < words[keys + 4]; entry++) {
    const at = entries + 2 * entry;
    const text = words[at];
    if (held.get(text) !== 2) continue;
    image.fill(0, text, text + 4 * TEXT + words[(text >> 2) + 2] + 1);
    words.fill(0, at, at + 2);
    indices[places.get(entry)] = DUMMY;
    words[used]--;
    forgotten++;
  }
  return forgotten;
}

/**
 * Where the dictionary of interned texts is: its entries, its keys, and its length, as places in `words`. It is the
 * longest row of texts that each stand there twice, as key and as value.
 */
function interned(words, type) {
  const text = (address) => address % 4 === 0 && words[(address >> 2) + 1] === type;
  let [best, length] = [0, 0];
  for (const parity of [0, 1]) {
    let begun = -1;
    for (let at = parity; at < words.length - 1; at += 2) {
      const pair = words[at] === words[at + 1] && (text(words[at]) || (begun >= 0 && !words[at]));
      if (pair && begun < 0) begun = at;
      if (!pair && begun >= 0) {
        if (at - begun > length) [best, length] = [begun, at - begun];
        begun = -1;
      }
    }
  }
  const bytes = new Uint8Array(words.buffer);
  for (let size = 8; size < 24; size++) {
    const keys = best - 2 ** (size - 2) - KEYS;
    if (keys < 0 || bytes[4 * keys + 5] !== size || bytes[4 * keys + 6] !== UNICODE_KEYS) continue;
    const count = words[keys + 4];
    let live = 0;
    for (let entry = 0; entry < count; entry++) if (words[best + 2 * entry]) live++;
    // A PyDictObject: refcount, type, length, (padding), the watchers' tag in two words, keys.
    const dictionary = words.indexOf(4 * keys);
    if (dictionary > 6 && words[dictionary - 4] === live)
      return { entries: best, keys, used: dictionary - 4 };
  }
  throw new Error("the interned texts are not where they should be");
}

/**
 * Take every object out of the ring that gc.freeze() put it into: what is in it is never looked at again, and an
 * object that is in no ring may go as any other.
 *
 * @param {Uint8Array} image
 * @param {number} frozen the address of an object in it
 * @param {number} from where the heap begins; the ring's head stands before it
 * @returns {number} how many there were
 */
export function unchain(image, frozen, from) {
  const words = new Uint32Array(image.buffer, 0, image.length >> 2);
  const ring = [];
  // A PyGC_Head stands before each object: next, and previous with two flags.
  const begin = frozen - 8;
  let at = begin;
  do {
    ring.push(at);
    at = words[at >> 2] & ~3;
  } while (at && at !== begin && ring.length < words.length);
  const heads = ring.filter((each) => each < from);
  if (at !== begin || heads.length !== 1) throw new Error("the frozen objects are not in one ring");
  for (const each of ring) {
    const next = words[each >> 2] & ~3;
    if ((words[(next >> 2) + 1] & ~3) !== each) throw new Error("the ring of the frozen objects is broken");
  }
  for (const each of ring) words.fill(each === heads[0] ? each : 0, each >> 2, (each >> 2) + 2);
  return ring.length - 1;
}
