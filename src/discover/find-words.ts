/** A word to look for. With `anyCase` it is given in small ASCII letters, and capitals are the same. */
export interface ByteWord {
  readonly word: string;
  readonly anyCase: boolean;
}

/** Whether `accept` agrees to an occurrence of one of the words; it is asked at each until it does. */
export type WordFinder = (bytes: Uint8Array, accept: Accept) => boolean;

/** `word` is the index of the word found, `at` where it begins. */
export type Accept = (word: number, at: number) => boolean;

interface Target {
  readonly word: number;
  readonly bytes: Uint8Array;
  /** Set in each byte before it is compared: the bit that makes ASCII letters small, or none. */
  readonly fold: number;
}

/** Three neighbouring bytes of a word, and where in it they stand. */
interface Probe extends Target {
  readonly offset: number;
}

/**
 * Looks at three bytes from every even place on, at once: their hash says whether a word could stand there. Each word is known by the
 * two triples in it that source code holds least often and that follow each other: one of them begins at an even place wherever the
 * word stands. Words of less than four bytes have no two triples; they are looked for one by one.
 */
export function createWordFinder(words: readonly ByteWord[]): WordFinder {
  const targets = words.map(({ word: text, anyCase }, word): Target => ({ word, bytes: Buffer.from(text), fold: anyCase ? CASE_BIT : 0 }));
  const probes: Probe[][] = new Array<Probe[]>(1 << HASH_BITS).fill(none);
  const marked = new Uint8Array(1 << HASH_BITS);
  for (const { word, bytes, fold } of targets) {
    if (bytes.length < SHORTEST_PROBED) continue;
    const rarest = rarestPlace(bytes);
    for (const offset of [rarest, rarest + 1]) {
      const hash = hashOf(tripleAt(bytes, offset));
      marked[hash] = 1;
      probes[hash] = [...probes[hash]!, { word, bytes, fold, offset }];
    }
  }
  const short = targets.filter(({ bytes }) => bytes.length > 0 && bytes.length < SHORTEST_PROBED);

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
    return short.some((target) => acceptsAnywhere(target, bytes, accept));
  };
}

const SHORTEST_PROBED = 4;
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
    if (standsAt(probe, bytes, start) && accept(probe.word, start)) return true;
  }
  return false;
}

function acceptsAnywhere(target: Target, bytes: Uint8Array, accept: Accept): boolean {
  for (let at = 0; at < bytes.length; at++) if (standsAt(target, bytes, at) && accept(target.word, at)) return true;
  return false;
}

function standsAt(target: Target, bytes: Uint8Array, start: number): boolean {
  if (start < 0 || start + target.bytes.length > bytes.length) return false;
  for (let i = 0; i < target.bytes.length; i++) if ((bytes[start + i]! | target.fold) !== target.bytes[i]) return false;
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
