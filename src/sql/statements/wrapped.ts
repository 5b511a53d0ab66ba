import { appendedTo } from "../fill-appended.ts";
import { argumentsOfFormat } from "../fill-format.ts";
import { Clause } from "../frames.ts";
import type { Frame } from "../frames.ts";
import { Keyword } from "../keywords.ts";
import type { Reader } from "../reader.ts";
import { Kind, Symbol } from "../tokens.ts";
import { queueString } from "./body.ts";
import { skim, skip } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

/** How many words may stand between EXPLAIN and the statement: `ANALYZE VERBOSE`, `QUERY PLAN`, `FORMAT = JSON`. */
const longestOptions = 8;

/** How far from DECLARE the FOR of a cursor may stand. */
const longestCursorHead = 16;

/** `EXPLAIN (options) statement`. */
export const readExplain: StatementHead = (reader, frame, verb) => {
  const { code, partner, kind } = reader.tokens;
  let at = verb + 1;
  const limit = Math.min(reader.to, at + longestOptions);
  while (at < limit && !isVerb(code[at]!) && (kind[at] === Kind.word || code[at] === Symbol.equals || code[at] === Symbol.open)) {
    if (code[at] === Symbol.open) {
      if (isVerb(code[at + 1]!)) break;
      at = Math.max(partner[at]!, at);
    }
    at++;
  }
  return beginAgain(frame, at);
};

/** `PREPARE p (int) AS statement`, MySQL's `PREPARE p FROM '…'`. */
export const readPrepare: StatementHead = (reader, frame, verb) => {
  const { code, kind } = reader.tokens;
  const named = verb + 2;
  const at = code[named] === Symbol.open ? Math.max(reader.tokens.partner[named]!, named) + 1 : named;
  if (code[at] === Keyword.as) return beginAgain(frame, at + 1);
  if (code[at] === Keyword.from && kind[at + 1] === Kind.string) queueString(reader, at + 1);
  return skip(frame, at);
};

/** `DECLARE c CURSOR FOR query`; a procedure's variables are skimmed. */
export const readDeclare: StatementHead = (reader, frame, verb) => {
  const { code } = reader.tokens;
  const limit = Math.min(frame.closes, verb + longestCursorHead);
  let at = verb + 1;
  while (at < limit && code[at] !== Keyword.cursor && code[at] !== Symbol.semicolon) at++;
  while (at < limit && code[at] !== Keyword.for && code[at] !== Symbol.semicolon) at++;
  return at < limit && code[at] === Keyword.for ? beginAgain(frame, at + 1) : skim(frame, verb + 1);
};

/** EXECUTE, EXEC: the statements in the strings that follow. */
export const readExecute: StatementHead = (reader, frame, verb) => {
  queueExecuted(reader, verb);
  return skim(frame, verb + 1);
};

/** Queues the statement in a string behind EXECUTE: `EXECUTE 'UPDATE …'`, `EXEC(N'…')`, `EXECUTE format('…', …)`, `EXEC sp_executesql N'…'`. */
export function queueExecuted(reader: Reader, at: number): void {
  const { kind, code } = reader.tokens;
  const limit = Math.min(reader.to, at + 5);
  for (let next = at + 1; next < limit && code[next] !== Symbol.semicolon; next++) {
    if (kind[next] !== Kind.string) continue;
    queueString(reader, next, { given: argumentsOfFormat(reader, next), appended: appendedTo(reader, next) });
    return;
  }
}

function isVerb(code: number): boolean {
  switch (code) {
    case Keyword.select:
    case Keyword.insert:
    case Keyword.update:
    case Keyword.delete:
    case Keyword.replace:
    case Keyword.merge:
    case Keyword.with:
    case Keyword.create:
    case Keyword.execute:
    case Keyword.declare:
    case Keyword.values:
    case Keyword.table:
      return true;
    default:
      return false;
  }
}

/** What follows is the statement proper. */
function beginAgain(frame: Frame, at: number): number {
  frame.clause = Clause.none;
  frame.verb = 0;
  frame.verbAt = at;
  return at;
}
