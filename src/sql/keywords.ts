/**
 * The words that readers look at, with the code that is stored with a token. Codes below the first are character codes of symbols;
 * 0 is any other token. A new word gets the next free code, wherever it stands.
 */
export const Keyword = {
  abort: 128, add: 129, after: 130, aggregate: 131, algorithm: 132, all: 133, also: 134, alter: 135, analyze: 136, and: 137, apply: 138, as: 139,
  at: 140, atomic: 141, before: 142, begin: 143, bitmap: 144, blockchain: 145, body: 146, by: 147, call: 148, cascade: 149, case: 150, catch: 151,
  check: 152, clone: 153, clustered: 154, column: 155, columnstore: 156, comment: 157, commit: 158, concurrently: 159, conflict: 160, connect: 161,
  constraint: 162, copy: 163, create: 164, cross: 165, cursor: 166, cycle: 167, data: 168, database: 169, declare: 170, default: 171, definer: 172,
  delayed: 173, delete: 174, delimiter: 175, desc: 176, describe: 177, distinct: 178, do: 179, drop: 180, dumpfile: 181, duplicate: 182, dynamic: 183,
  each: 184, editionable: 185, else: 186, elseif: 187, elsif: 188, end: 189, event: 190, except: 191, exception: 192, exchange: 193, exec: 194,
  execute: 195, exists: 196, explain: 197, external: 198, fail: 199, fetch: 200, first: 201, for: 202, force: 203, foreach: 204, foreign: 205,
  format: 206, from: 207, full: 208, fulltext: 209, function: 210, generated: 211, global: 212, go: 213, grant: 214, group: 215, handler: 216,
  having: 217, high_priority: 218, hybrid: 219, iceberg: 220, if: 221, ignore: 222, immediate: 223, immutable: 224, in: 225, index: 226, indexed: 227,
  infile: 228, inherits: 229, inner: 230, insert: 231, instead: 232, intersect: 233, into: 234, is: 235, join: 236, key: 237, language: 238,
  lateral: 239, left: 240, like: 241, limit: 242, live: 243, load: 244, local: 245, lock: 246, loop: 247, low_priority: 248, matched: 249,
  materialized: 250, merge: 251, minus: 252, move: 253, multiset: 254, natural: 255, new: 256, no: 257, nonclustered: 258, noneditionable: 259,
  not: 260, null: 261, of: 262, offline: 263, offset: 264, on: 265, online: 266, only: 267, option: 268, or: 269, order: 270, outer: 271,
  outfile: 272, output: 273, overriding: 274, overwrite: 275, package: 276, partition: 277, percent: 278, perform: 279, policy: 280, prepare: 281,
  prewhere: 282, primary: 283, print: 284, private: 285, proc: 286, procedure: 287, qualify: 288, query: 289, quick: 290, raise: 291, recursive: 292,
  references: 293, refresh: 294, rename: 295, repeat: 296, replace: 297, return: 298, returning: 299, returns: 300, revoke: 301, right: 302,
  rollback: 303, row: 304, rows: 305, rule: 306, schema: 307, secure: 308, select: 309, sequence: 310, set: 311, settings: 312, sharded: 313,
  share: 314, snapshot: 315, spatial: 316, sql: 317, start: 318, straight_join: 319, system_time: 320, table: 321, tables: 322, tablesample: 323,
  temp: 324, temporary: 325, then: 326, to: 327, top: 328, tran: 329, transaction: 330, transient: 331, trigger: 332, truncate: 333, try: 334,
  type: 335, union: 336, unique: 337, unlogged: 338, until: 339, update: 340, use: 341, using: 342, value: 343, values: 344, verbose: 345, view: 346,
  virtual: 347, volatile: 348, when: 349, where: 350, while: 351, window: 352, with: 353, work: 354, xml: 355,
} as const;

export type KeywordName = keyof typeof Keyword;

const words = Object.keys(Keyword) as readonly KeywordName[];
const firstCode = Keyword.abort;

export const keywordCodeLimit: number = firstCode + words.length;

/** Makes a table from keyword code to whether the keyword is in a list. */
export function keywordTable(list: readonly KeywordName[]): Uint8Array {
  const table = new Uint8Array(keywordCodeLimit);
  for (const word of list) table[Keyword[word]] = 1;
  return table;
}

const slotCount = 2048;
/** A hash table of places in `words`, counted from 1. */
const slots: Uint16Array = hashWords();
const longestWord = 16;

/** Folds one more character of a word into its hash; letters count without case. */
export function nextHash(hash: number, character: number): number {
  return (hash * 31 + (character | 0x20)) | 0;
}

/** The code of the keyword that stands in `text` from `start` to `end`, whose hash is given; 0 where none does. */
export function keywordCode(text: string, start: number, end: number, hash: number): number {
  if (end - start > longestWord) return 0;
  for (let slot = hash & (slotCount - 1); slots[slot] !== 0; slot = (slot + 1) & (slotCount - 1)) {
    const place = slots[slot]! - 1;
    if (matches(text, start, end, words[place]!)) return Keyword[words[place]!];
  }
  return 0;
}

function matches(text: string, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i++) {
    const character = text.charCodeAt(start + i);
    if (character > 0x7f || (character | 0x20) !== (word.charCodeAt(i) | 0x20) || (character < 0x41 && character !== word.charCodeAt(i))) return false;
  }
  return true;
}

function hashWords(): Uint16Array {
  const table = new Uint16Array(slotCount);
  for (let place = 0; place < words.length; place++) {
    const word = words[place]!;
    let hash = 0;
    for (let i = 0; i < word.length; i++) hash = nextHash(hash, word.charCodeAt(i));
    let slot = hash & (slotCount - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (slotCount - 1);
    table[slot] = place + 1;
  }
  return table;
}
