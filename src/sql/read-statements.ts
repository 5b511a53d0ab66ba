import type { Span } from "../model/place.ts";
import { isCommonTable } from "./common-tables.ts";
import { Keyword, keywordTable } from "./keywords.ts";
import type { AccessDraft, InnerText, Reader } from "./reader.ts";
import { isControl, startsStatement } from "./statement-starts.ts";
import { verbs } from "./statements/index.ts";
import { Boundary, endOfToken, Flag, Kind, Symbol } from "./tokens.ts";
import { walkStatement } from "./walk-clauses.ts";

/** A statement as found: its tokens, its verb and what it accesses. */
export interface FoundStatement {
  readonly first: number;
  /** Behind its last token. */
  readonly end: number;
  readonly verb: number;
  readonly accesses: AccessDraft[];
  /** The part of a migration file that it stands in. */
  readonly part: "up" | "down" | undefined;
}

const statementVerbs = keywordTable([...verbs, "select", "with", "values", "table", "perform"]);

/** Words of a procedure after which a statement may begin at once. */
const transparent = keywordTable(["then", "else", "loop", "do", "try", "catch", "atomic", "repeat", "as", "is", "body", "also", "instead", "immediate"]);

/** What END closes that BEGIN did not open. */
const closedByEnd = keywordTable(["if", "loop", "while", "case", "repeat", "for"]);

const transactionWords = keywordTable(["tran", "transaction", "work"]);

/** Reads the statements of the tokens from `from` up to `reader.to`. */
export function readStatements(reader: Reader, from: number, visit: (statement: FoundStatement) => void): void {
  let part: "up" | "down" | undefined;
  for (let at = from; at < reader.to; ) {
    if (reader.tokens.kind[at] === Kind.boundary) {
      const boundary = reader.tokens.code[at];
      if (boundary === Boundary.up || boundary === Boundary.down) part = boundary === Boundary.up ? "up" : "down";
      at++;
      continue;
    }
    const begins = findStart(reader, at);
    if (begins < 0) {
      at = skipUnknown(reader, at);
      continue;
    }
    reader.accesses = [];
    reader.verbAt = -1;
    reader.bodyAt = -1;
    let next = walk(reader, begins);
    if (reader.bodyAt >= 0) next = readBody(reader, reader.bodyAt);
    visit({ first: begins, end: Math.max(next, begins + 1), verb: reader.verbAt < 0 ? firstWord(reader, begins) : reader.verbAt, accesses: reader.accesses, part });
    at = Math.max(next, begins + 1);
  }
}

/** Reads a text inside of a statement: everything in it is part of that statement's body. */
export function readInnerText(reader: Reader, from: number, inner: InnerText): void {
  reader.accesses = inner.accesses;
  readBlock(reader, from, false);
}

/** Reads a body in place; gives the token behind it. */
function readBody(reader: Reader, from: number): number {
  if (reader.tokens.code[from - 1] !== Symbol.open) return readBlock(reader, from, true);
  const { to } = reader;
  reader.to = Math.min(reader.tokens.partner[from - 1]!, to);
  readBlock(reader, from, false);
  const behind = Math.min(reader.to + 1, to);
  reader.to = to;
  return behind;
}

/**
 * Reads statements of a body up to `reader.to` or, where the body is one statement or one block, to the end of that.
 * Procedures of T-SQL go on to the end of their batch.
 */
function readBlock(reader: Reader, from: number, endsWithBlock: boolean): number {
  const { code, kind } = reader.tokens;
  const wasInBody = reader.inBody;
  reader.inBody = true;
  reader.inBlock = true;
  const isBatch = reader.rules.semicolonsOptional && (code[from - 1] === Keyword.as || code[from - 1] === Keyword.is);
  let depth = 0;
  let declares = false;
  let at = from;
  while (at < reader.to && kind[at] !== Kind.boundary) {
    const word = code[at]!;
    if (word === Keyword.begin) {
      if (transactionWords[code[at + 1]!] !== 1) depth++;
      at++;
    } else if (word === Keyword.end) {
      at = endOfBlock(reader, at);
      if (closedByEnd[code[at - 1]!] === 1) continue;
      depth--;
      if (endsWithBlock && depth <= 0) break;
    } else if (word === Symbol.semicolon) {
      at++;
      if (endsWithBlock && depth === 0 && !declares && !isBatch) break;
    } else {
      if (word === Keyword.declare || reader.rules.id === "oracle") declares = true;
      at = readStatementOfBlock(reader, at);
    }
  }
  reader.inBody = wasInBody;
  reader.inBlock = false;
  return at;
}

function readStatementOfBlock(reader: Reader, at: number): number {
  const begins = findStart(reader, at);
  if (begins > at) return begins;
  if (transparent[reader.tokens.code[at]!] === 1) return at + 1;
  const next = walkStatement(reader, at, reader.to, begins < 0 ? reader.tokens.code[at]! : controlAt(reader, at));
  return Math.max(next, at + 1);
}

/** Behind END and the word that says what it ends. */
function endOfBlock(reader: Reader, at: number): number {
  const { code } = reader.tokens;
  const next = code[at + 1]!;
  return closedByEnd[next] === 1 || next === Keyword.try || next === Keyword.catch ? at + 2 : at + 1;
}

function walk(reader: Reader, at: number): number {
  return walkStatement(reader, at, reader.to, controlAt(reader, at));
}

function controlAt(reader: Reader, at: number): number {
  const word = reader.tokens.code[at]!;
  return isControl(word) && statementVerbs[word] !== 1 ? word : 0;
}

/** Whether a word is a part of a name with dots. */
function isQualified({ tokens: { code, start, end } }: Reader, at: number): boolean {
  return code[at + 1] === Symbol.dot && start[at + 1] === end[at];
}

/** Where the statement begins that the text from `at` on may hold: at `at`, or behind holes and words of blocks; -1 for no statement. */
function findStart(reader: Reader, at: number): number {
  const { code, kind, flags } = reader.tokens;
  let start = at;
  while (start < reader.to) {
    const word = code[start]!;
    const opensLoop = word === Keyword.do && reader.inBlock;
    if (statementVerbs[word] === 1 && !isQualified(reader, start) && !opensLoop) return start;
    if (isControl(word)) return reader.inBlock || isBatchWord(reader, start) ? start : -1;
    if (word === Symbol.open) return beginsQuery(reader, start) ? start : -1;
    if (word === Symbol.comma && isCommonTable(reader, start + 1)) return start + 1;
    if (isCommonTable(reader, start)) return start;
    const skips = (kind[start] === Kind.placeholder && (flags[start]! & Flag.hole) !== 0) || word === Keyword.begin || word === Keyword.end || transparent[word] === 1;
    if (!skips) return -1;
    if (word === Keyword.begin && isTransaction(reader, start)) return -1;
    start++;
  }
  return -1;
}

function isTransaction(reader: Reader, at: number): boolean {
  const next = reader.tokens.code[at + 1]!;
  return transactionWords[next] === 1 || next === Symbol.semicolon;
}

/** Whether a control word at the top of a text is one: prose begins with "if" and "for" too. */
function isBatchWord(reader: Reader, at: number): boolean {
  return reader.rules.semicolonsOptional || reader.tokens.code[at] === Keyword.if || reader.tokens.code[at] === Keyword.declare;
}

function beginsQuery(reader: Reader, open: number): boolean {
  const word = reader.tokens.code[firstWord(reader, open)];
  return word === Keyword.select || word === Keyword.with || word === Keyword.values || word === Keyword.table;
}

/** The first token that is no `(`. */
function firstWord(reader: Reader, at: number): number {
  while (reader.tokens.code[at] === Symbol.open) at++;
  return at;
}

/** Behind a statement that is not read: its `;`, or the beginning of the next one where the dialect needs none. */
function skipUnknown(reader: Reader, from: number): number {
  const { code, kind, partner } = reader.tokens;
  let at = from + 1;
  while (at < reader.to && code[at - 1] !== Symbol.semicolon && kind[at] !== Kind.boundary) {
    if (reader.rules.semicolonsOptional && isControl(code[from]!) && startsStatement(reader, at)) return at;
    at = code[at] === Symbol.open ? Math.max(partner[at]!, at) + 1 : at + 1;
  }
  return Math.min(at, reader.to);
}

/** From the first character of a statement to its last. */
export function spanOf(reader: Reader, first: number, end: number): Span {
  return { start: reader.tokens.start[first]!, end: endOfToken(reader.tokens, end - 1) };
}
