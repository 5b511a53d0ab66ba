/** The words of a text, by their hashes: a word that it holds is always told, one that it does not hold is told once in millions of times. */
export interface WordSet {
  /** Undefined for what is no single word: these sets cannot tell. */
  has(word: string): boolean | undefined;
}

/** Words are runs of letters, digits, `_`, `$` and what is no ASCII, as in names of the languages read here. */
export function wordsOf(text: string): WordSet {
  let hashes = new Uint32Array(SMALLEST);
  let count = 0;
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80 || wordCodes[code] === 1) {
      hash = Math.imul(hash ^ code, PRIME) ^ (hash >>> 15);
      continue;
    }
    if (hash === 0) continue;
    if (insert(hashes, hash >>> 0) && ++count * 2 > hashes.length) hashes = grown(hashes);
    hash = 0;
  }
  if (hash !== 0) insert(hashes, hash >>> 0);
  return {
    has(word) {
      const sought = hashOfWord(word);
      return sought === undefined ? undefined : hashes[slotOf(hashes, sought)] === sought;
    },
  };
}

const SMALLEST = 64;
const PRIME = 0x01000193;

const wordCodes = Uint8Array.from({ length: 0x80 }, (_, code) => (/[\w$]/.test(String.fromCharCode(code)) ? 1 : 0));

function hashOfWord(word: string): number | undefined {
  let hash = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code < 0x80 && wordCodes[code] === 0) return undefined;
    hash = Math.imul(hash ^ code, PRIME) ^ (hash >>> 15);
  }
  return hash === 0 ? undefined : hash >>> 0;
}

/** Whether a hash was not there yet. One slot always stays empty, so that each search ends. */
function insert(hashes: Uint32Array, hash: number): boolean {
  const slot = slotOf(hashes, hash);
  if (hashes[slot] === hash) return false;
  hashes[slot] = hash;
  return true;
}

/** Where a hash stands, or would: sets are half empty at least, their length is a power of two. */
function slotOf(hashes: Uint32Array, hash: number): number {
  const mask = hashes.length - 1;
  let slot = Math.imul(hash, SPREAD) >>> 0 & mask;
  while (hashes[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}

const SPREAD = 0x9e3779b1;

function grown(hashes: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(hashes.length * 2);
  for (const hash of hashes) if (hash !== 0) insert(larger, hash);
  return larger;
}
