/** A word of at least four bytes to look for. With `anyCase` it is given in small ASCII letters, and capitals are the same. */
export interface ByteWord {
  readonly word: string;
  readonly anyCase: boolean;
}

/** Whether `accept` agrees to an occurrence of one of the words; it is asked at each until it does. */
export type WordFinder = (bytes: Uint8Array, accept: Accept) => boolean;

/** `word` is the index of the word found, `at` where it begins. */
export type Accept = (word: number, at: number) => boolean;

/** Three neighbouring bytes of a word, of which one of two that follow each other stands at an even place. */
interface Probe {
  readonly word: number;
  readonly bytes: Uint8Array;
  /** Set in each byte before it is compared: the bit that makes ASCII letters small, or none. */
  readonly fold: number;
  /** Where in the word the three bytes stand. */
  readonly offset: number;
}

/**
 * Looks at three bytes from every even place on, at once: their hash says whether a word could stand there. Each word is known by the
 * two triples in it that source code holds least often, one of which begins at an even place wherever the word stands.
 */
export function createWordFinder(words: readonly ByteWord[]): WordFinder {
  const probes: Probe[][] = Array.from({ length: 1 << HASH_BITS }, () => none);
  const marked = new Uint8Array(1 << HASH_BITS);
  words.forEach(({ word: text, anyCase }, word) => {
    const bytes = Buffer.from(text);
    if (bytes.length < 4) throw new RangeError(`\`${text}\` is too short to look for: it has less than four bytes`);
    const rarest = rarestPlace(bytes);
    for (const offset of [rarest, rarest + 1]) {
      const hash = hashOf(tripleAt(bytes, offset));
      marked[hash] = 1;
      probes[hash] = [...probes[hash]!, { word, bytes, fold: anyCase ? CASE_BIT : 0, offset }];
    }
  });

  return (bytes, accept) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    for (const last = bytes.length - 6; at <= last; at += 4) {
      const first = hashOf(view.getUint32(at, true));
      const second = hashOf(view.getUint32(at + 2, true));
      if ((marked[first]! | marked[second]!) === 0) continue;
      if (acceptsOne(probes[first]!, bytes, at, accept) || acceptsOne(probes[second]!, bytes, at + 2, accept)) return true;
    }
    for (; at + 2 < bytes.length; at += 2) if (acceptsOne(probes[hashOf(tripleAt(bytes, at))]!, bytes, at, accept)) return true;
    return false;
  };
}

const none: Probe[] = [];
const CASE_BIT = 0x20;
const HASH_BITS = 15;

/** Of three bytes in the low bits, letters' case left out. */
function hashOf(triple: number): number {
  return Math.imul(triple & 0x5f5f5f, 0x9e3779b1) >>> (32 - HASH_BITS);
}

function tripleAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
}

function acceptsOne(probes: readonly Probe[], bytes: Uint8Array, at: number, accept: Accept): boolean {
  for (const probe of probes) {
    const start = at - probe.offset;
    if (start >= 0 && start + probe.bytes.length <= bytes.length && standsAt(probe, bytes, start) && accept(probe.word, start)) return true;
  }
  return false;
}

function standsAt(probe: Probe, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < probe.bytes.length; i++) if ((bytes[start + i]! | probe.fold) !== probe.bytes[i]) return false;
  return true;
}

const lettersByFrequency = "qjxzkvywbghfmupdlcsinaorte";

function rarestPlace(bytes: Uint8Array): number {
  const frequencies = Array.from(bytes, (byte) => 1 + lettersByFrequency.indexOf(String.fromCharCode(byte)));
  let rarest = 0;
  let least = Infinity;
  for (let at = 0; at + 3 < bytes.length; at++) {
    const [first, second, third, fourth] = frequencies.slice(at, at + 4);
    const frequency = second! * third! * (first! + fourth!);
    if (frequency < least) {
      least = frequency;
      rarest = at;
    }
  }
  return rarest;
}
