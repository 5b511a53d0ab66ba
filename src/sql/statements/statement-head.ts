import { Clause } from "../frames.ts";
import type { Frame } from "../frames.ts";
import { Keyword, keywordTable } from "../keywords.ts";
import type { KeywordName } from "../keywords.ts";
import { isName, readName } from "../read-names.ts";
import { addAccess } from "../reader.ts";
import type { AccessDraft, Reader } from "../reader.ts";
import type { Operation } from "../../model/sql-statement.ts";
import { Symbol } from "../tokens.ts";

/**
 * Reads the head of a statement: from its verb at `at` to where the common clauses take over. Notes what the verb writes, sets
 * the frame's clause, and gives the token to go on with.
 */
export type StatementHead = (reader: Reader, frame: Frame, at: number) => number;

/** The first token from `at` on that is none of the words. */
export function skipWords(reader: Reader, at: number, table: Uint8Array): number {
  while (at < reader.to && table[reader.tokens.code[at]!] === 1) at++;
  return at;
}

/** Makes the table that `skipWords` takes. */
export function wordsToSkip(...words: readonly KeywordName[]): Uint8Array {
  return keywordTable(words);
}

/** Whether a verb is the name of a function: INSERT(), REPLACE(), TRUNCATE() (dev.mysql.com/doc/refman/8.4/en/string-functions.html). */
export function isFunction({ tokens: { code } }: Reader, verb: number): boolean {
  return code[verb + 1] === Symbol.open;
}

/** Behind `IF EXISTS` or `IF NOT EXISTS` at `at`, or `at`. */
export function skipIfExists(reader: Reader, at: number): number {
  const { code } = reader.tokens;
  if (code[at] !== Keyword.if) return at;
  const exists = code[at + 1] === Keyword.not ? at + 2 : at + 1;
  return code[exists] === Keyword.exists ? exists + 1 : at;
}

/** What `readTarget` found: the access, and the token behind the name. */
export interface Target {
  readonly access: AccessDraft | undefined;
  readonly next: number;
}

/** Reads the name of the table that a verb at `verb` writes. Where no name stands the access has none and its place is the verb. */
export function readTarget(reader: Reader, operation: Operation, at: number, verb: number): Target {
  const { code, start, end } = reader.tokens;
  let from = at;
  if (code[from] === Keyword.only && (code[from + 1] === Symbol.open || isName(reader, from + 1))) from++;
  const inParentheses = code[from] === Symbol.open && code[from - 1] === Keyword.only;
  if (inParentheses) from++;
  if (from >= reader.to || !isName(reader, from)) {
    return { access: addAccess(reader, operation, undefined, { start: start[verb]!, end: end[verb]! }), next: at };
  }
  const name = readName(reader, from);
  let next = inParentheses && code[name.next] === Symbol.close ? name.next + 1 : name.next;
  if (code[next] === Symbol.star) next++;
  return { access: name.variable ? undefined : addAccess(reader, operation, name.table, { start: name.start, end: name.end }), next };
}

/** Reads `a, b, c`: each is written. Gives the token behind the list. */
export function readTargets(reader: Reader, operation: Operation, at: number, verb: number): number {
  let { next } = readTarget(reader, operation, at, verb);
  while (reader.tokens.code[next] === Symbol.comma && next + 1 < reader.to) next = readTarget(reader, operation, next + 1, verb).next;
  return next;
}

/** Leaves what follows to the walk, which looks into parentheses only. */
export function skim(frame: Frame, at: number): number {
  frame.clause = Clause.rest;
  return at;
}

/** Nothing that follows is read: the walk looks for the end of the statement. */
export function skip(frame: Frame, at: number): number {
  frame.clause = Clause.closed;
  return at;
}
