/** The words that readers look at. Their order is free; a word's code is its place here plus `firstCode`. */
const words = [
  "abort", "add", "after", "aggregate", "algorithm", "all", "also", "alter", "analyze", "and", "apply", "as", "at", "atomic", "before", "begin",
  "bitmap", "blockchain", "body", "by", "call", "cascade", "case", "catch", "check", "clone", "clustered", "column", "columnstore", "comment",
  "commit", "concurrently", "conflict", "connect", "constraint", "copy", "create", "cross", "cursor", "cycle", "data", "database", "declare",
  "default", "definer", "delayed", "delete", "delimiter", "desc", "describe", "distinct", "do", "drop", "dumpfile", "duplicate", "dynamic", "each",
  "editionable", "else", "elseif", "elsif", "end", "event", "except", "exception", "exchange", "exec", "execute", "exists", "explain", "external",
  "fail", "fetch", "first", "for", "force", "foreach", "foreign", "format", "from", "full", "fulltext", "function", "generated", "global", "go",
  "grant", "group", "handler", "having", "high_priority", "hybrid", "iceberg", "if", "ignore", "immediate", "immutable", "in", "index", "indexed",
  "infile", "inherits", "inner", "insert", "instead", "intersect", "into", "is", "join", "key", "language", "lateral", "left", "like", "limit",
  "live", "load", "local", "lock", "loop", "low_priority", "matched", "materialized", "merge", "minus", "move", "multiset", "natural", "new", "no",
  "nonclustered", "noneditionable", "not", "null", "of", "offline", "offset", "on", "online", "only", "option", "or", "order", "outer", "outfile",
  "output", "overriding", "overwrite", "package", "partition", "percent", "perform", "policy", "prepare", "prewhere", "primary", "print", "private", "proc",
  "procedure", "qualify", "query", "quick", "raise", "recursive", "references", "refresh", "rename", "repeat", "replace", "return", "returning",
  "returns", "revoke", "right", "rollback", "row", "rows", "rule", "schema", "secure", "select", "sequence", "set", "settings", "sharded", "share",
  "snapshot", "spatial", "sql", "start", "straight_join", "system_time", "table", "tables", "tablesample", "temp", "temporary", "then", "to", "top",
  "tran", "transaction", "transient", "trigger", "truncate", "try", "type", "union", "unique", "unlogged", "until", "update", "use", "using", "value",
  "values", "verbose", "view", "virtual", "volatile", "when", "where", "while", "window", "with", "work", "xml",
] as const;

export type KeywordName = (typeof words)[number];

/** Codes below are character codes of symbols; 0 is any other token. */
const firstCode = 128;

/** The code of each keyword, as stored with a token. */
export const Keyword: Readonly<Record<KeywordName, number>> = Object.fromEntries(
  words.map((word, place) => [word, firstCode + place]),
) as Record<KeywordName, number>;

export const keywordCodeLimit = firstCode + words.length;

/** Makes a table from keyword code to whether the keyword is in a list. */
export function keywordTable(list: readonly KeywordName[]): Uint8Array {
  const table = new Uint8Array(keywordCodeLimit);
  for (const word of list) table[Keyword[word]] = 1;
  return table;
}

const slotCount = 2048;
const slots = new Uint8Array(slotCount);
for (const [place, word] of words.entries()) {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = nextHash(hash, word.charCodeAt(i));
  let slot = hash & (slotCount - 1);
  while (slots[slot] !== 0) slot = (slot + 1) & (slotCount - 1);
  slots[slot] = place + 1;
}
const longestWord = Math.max(...words.map((word) => word.length));

/** Folds one more character of a word into its hash; letters count without case. */
export function nextHash(hash: number, character: number): number {
  return (hash * 31 + (character | 0x20)) | 0;
}

/** The code of the keyword that stands in `text` from `start` to `end`, whose hash is given; 0 where none does. */
export function keywordCode(text: string, start: number, end: number, hash: number): number {
  if (end - start > longestWord) return 0;
  for (let slot = hash & (slotCount - 1); slots[slot] !== 0; slot = (slot + 1) & (slotCount - 1)) {
    const place = slots[slot]! - 1;
    if (matches(text, start, end, words[place]!)) return firstCode + place;
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
