/** A word to look for in bytes. Without `anyCase` the bytes must be the same; with it the word is given in lower case ASCII letters. */
export interface ByteWord {
  readonly word: string;
  readonly anyCase: boolean;
}

/** Whether `accept` agrees to any occurrence of the words in the first `length` bytes; it is asked at each until it does. */
export type WordFinder = (bytes: Uint8Array, length: number, accept: Accept) => boolean;

/** `word` is the index of the word found, `at` where it begins. */
export type Accept = (word: number, at: number) => boolean;

interface PairUse {
  readonly word: number;
  readonly bytes: Uint8Array;
  /** Set in each byte before it is compared: the bit that makes ASCII letters small, or none. */
  readonly fold: number;
  /** Where in the word the pair stands. */
  readonly offset: number;
}

/**
 * Looks only at every n-th pair of bytes, n being one less than the length of the shortest word: each occurrence of a word holds
 * n neighbouring pairs, one of which is looked at. Most pairs belong to no word, so most steps are one look-up.
 */
export function createWordFinder(words: readonly ByteWord[]): WordFinder {
  const encoded = words.map((each) => Buffer.from(each.word));
  const stride = Math.min(...encoded.map((bytes) => bytes.length)) - 1;
  if (stride < 1) throw new RangeError("a word to look for has at least two bytes");

  const pairs = new Uint16Array(1 << 16);
  const thirds: number[] = [];
  const uses: PairUse[][] = [];
  words.forEach(({ anyCase }, word) => {
    const bytes = encoded[word]!;
    const first = rarestWindow(bytes, stride);
    for (let offset = first; offset < first + stride; offset++) {
      for (const low of spellings(bytes[offset]!, anyCase)) {
        for (const high of spellings(bytes[offset + 1]!, anyCase)) {
          const pair = (pairs[low | (high << 8)] ||= uses.push([]));
          uses[pair - 1]!.push({ word, bytes, fold: anyCase ? 0x20 : 0, offset });
          for (const third of offset + 2 < bytes.length ? spellings(bytes[offset + 2]!, anyCase) : everyByte) thirds.push((pair << 8) | third);
        }
      }
    }
  });
  const followed = new Uint8Array((uses.length + 1) << 8);
  for (const third of thirds) followed[third] = 1;

  return (bytes, length, accept) => {
    for (let at = 0; at + 1 < length; at += stride) {
      const pair = pairs[bytes[at]! | (bytes[at + 1]! << 8)]!;
      if (pair !== 0 && followed[(pair << 8) | bytes[at + 2]!] !== 0 && acceptsAny(uses[pair - 1]!, bytes, length, at, accept)) return true;
    }
    return false;
  };
}

const everyByte = Array.from({ length: 256 }, (_, byte) => byte);

function acceptsAny(uses: readonly PairUse[], bytes: Uint8Array, length: number, at: number, accept: Accept): boolean {
  for (const use of uses) {
    const start = at - use.offset;
    if (start >= 0 && start + use.bytes.length <= length && sameBytes(use, bytes, start) && accept(use.word, start)) return true;
  }
  return false;
}

function sameBytes(use: PairUse, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < use.bytes.length; i++) if ((bytes[start + i]! | use.fold) !== use.bytes[i]) return false;
  return true;
}

function spellings(byte: number, anyCase: boolean): readonly number[] {
  return anyCase ? [byte, byte & ~0x20] : [byte];
}

/** Where the run of pairs begins that source code holds least often, so that a look-up seldom leads to a comparison. */
function rarestWindow(bytes: Uint8Array, stride: number): number {
  let rarest = 0;
  let least = Infinity;
  for (let first = 0; first + stride < bytes.length; first++) {
    let frequency = 0;
    for (let i = first; i < first + stride; i++) frequency += letterFrequency(bytes[i]!) * letterFrequency(bytes[i + 1]!);
    if (frequency < least) {
      least = frequency;
      rarest = first;
    }
  }
  return rarest;
}

const lettersByFrequency = "qjxzkvywbghfmupdlcsinaorte";

function letterFrequency(byte: number): number {
  return 1 + lettersByFrequency.indexOf(String.fromCharCode(byte));
}
