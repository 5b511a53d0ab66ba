import { Clause } from "../frames.ts";
import type { Frame } from "../frames.ts";
import { Keyword } from "../keywords.ts";
import { noAssignments, readColumnList } from "../read-assignments.ts";
import type { Assignments } from "../read-assignments.ts";
import { readAlias } from "../read-tables.ts";
import type { Reader } from "../reader.ts";
import { Symbol } from "../tokens.ts";
import { isFunction, readTarget, skip, skipWords, wordsToSkip } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

const modifiers = wordsToSkip("low_priority", "delayed", "high_priority", "ignore", "overwrite", "quick");
const conflictActions = wordsToSkip("rollback", "abort", "replace", "fail", "ignore");
const queryWords = wordsToSkip("select", "with", "values", "table");

/** `INSERT INTO t (a, b)`, with every dialect's words between: OR REPLACE, IGNORE, OVERWRITE, TOP (n). */
export const readInsert: StatementHead = (reader, frame, verb) => {
  const { code } = reader.tokens;
  if (isFunction(reader, verb)) return skip(frame, verb + 1);
  let at = skipTop(reader, skipWords(reader, verb + 1, modifiers));
  let replaces = code[verb] === Keyword.replace;
  if (code[at] === Keyword.or && conflictActions[code[at + 1]!] === 1) {
    replaces = code[at + 1] === Keyword.replace;
    at += 2;
  }
  frame.verb = Keyword.insert;
  frame.finish = assignColumns;
  if (code[at] === Keyword.all || code[at] === Keyword.first) {
    frame.clause = Clause.targets;
    return at + 1;
  }
  if (code[at] === Keyword.into) at++;
  return readInsertTarget(reader, frame, replaces ? "replace" : "insert", at, verb);
};

/** INTO of `INSERT ALL INTO a … INTO b …`. */
export function readNextTarget(reader: Reader, frame: Frame, at: number): number {
  assignColumns(reader, frame);
  frame.assignments = undefined;
  const next = readInsertTarget(reader, frame, "insert", at, at - 1);
  frame.clause = Clause.targets;
  return next;
}

function readInsertTarget(reader: Reader, frame: Frame, operation: "insert" | "replace", from: number, verb: number): number {
  const { code } = reader.tokens;
  let at = from;
  if (code[at] === Keyword.table) at++;
  if (code[at] === Keyword.function) return at + 1;
  const target = readTarget(reader, operation, at, verb);
  frame.written = target.access;
  at = skipPartition(reader, target.next);
  if (code[at] === Keyword.as || code[at] === 0) at = readAlias(reader, at, undefined);
  if (code[at] === Keyword.with && code[at + 1] === Symbol.open) at = reader.tokens.partner[at + 1]! + 1;
  at = skipPartition(reader, at);
  if (code[at] === Symbol.open && !isQuery(reader, at + 1)) at = readColumnList(reader, at, (frame.assignments = noAssignments()));
  frame.clause = Clause.none;
  return at;
}

/** The columns of an access from what was assigned; nothing where some are not known. */
export function assignColumns(_reader: Reader, frame: Frame): void {
  if (frame.written !== undefined && frame.assignments !== undefined) setColumns(frame.written, frame.assignments);
}

function setColumns(access: NonNullable<Frame["written"]>, assignments: Assignments): void {
  if (assignments.incomplete || assignments.columns.length === 0) return;
  access.columns = [...new Set(assignments.columns.map((parts) => parts.at(-1)!))];
}

/** `TOP (5) PERCENT`. */
export function skipTop(reader: Reader, at: number): number {
  const { code, partner } = reader.tokens;
  if (code[at] !== Keyword.top) return at;
  const behind = code[at + 1] === Symbol.open ? partner[at + 1]! + 1 : at + 2;
  return code[behind] === Keyword.percent ? behind + 1 : behind;
}

/** `PARTITION (p0, p1)`. */
export function skipPartition(reader: Reader, at: number): number {
  const { code, partner } = reader.tokens;
  return code[at] === Keyword.partition && code[at + 1] === Symbol.open ? partner[at + 1]! + 1 : at;
}

function isQuery(reader: Reader, at: number): boolean {
  const code = reader.tokens.code[at]!;
  return code === Symbol.open || (queryWords[code] === 1 && reader.tokens.code[at + 1] !== Symbol.comma && reader.tokens.code[at + 1] !== Symbol.close);
}
