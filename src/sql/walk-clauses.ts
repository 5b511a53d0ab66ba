import { assignmentClauses } from "./clauses/assignment.ts";
import { blockClauses } from "./clauses/block.ts";
import type { ClauseHandler } from "./clauses/clause-handler.ts";
import { queryClauses } from "./clauses/query.ts";
import { verbClauses } from "./clauses/verbs.ts";
import { declareCommonTable, enterCommonTable, forgetCommonTables, isCommonTable } from "./common-tables.ts";
import { Clause, openFrame } from "./frames.ts";
import type { Frame } from "./frames.ts";
import { Keyword, keywordCodeLimit } from "./keywords.ts";
import type { KeywordName } from "./keywords.ts";
import { readAssignment } from "./read-assignments.ts";
import { readAlias, readTableItem } from "./read-tables.ts";
import type { AccessDraft, Reader } from "./reader.ts";
import { Boundary, Flag, Symbol } from "./tokens.ts";

/**
 * Reads the statement that begins at a token, through all its clauses and the queries inside of them. Gives the token that ends it.
 * `control` is the word of a procedure that stands there (IF, WHILE, SET …), or 0.
 * One pass with a stack of its own: the depth of the statement costs no call depth.
 */
export function walkStatement(reader: Reader, from: number, to: number, control: number): number {
  const root = openFrame(reader, from, to);
  root.verb = control;
  let at = control === 0 ? from : from + 1;
  for (;;) {
    const frame = reader.frames[reader.frames.length - 1]!;
    if (at < frame.closes) {
      at = step(reader, frame, at);
    } else {
      closeFrame(reader, frame);
      if (frame === root) return root.closes;
      at = leaveParenthesis(reader, frame);
    }
  }
}

function step(reader: Reader, frame: Frame, at: number): number {
  if (frame.expectsTable) return readTableItem(reader, frame, at);
  if (frame.expectsColumn) return readAssignment(reader, frame, at);
  const code = reader.tokens.code[at]!;
  if (code === 0) return at + 1;
  const handler = handlers[code];
  return handler === undefined ? at + 1 : handler(reader, frame, at);
}

/** Enters a parenthesis that may hold a query; others are jumped over. */
const readParenthesis: ClauseHandler = (reader, frame, at) => {
  const close = reader.tokens.partner[at]!;
  if ((reader.tokens.flags[at]! & Flag.query) === 0 || frame.clause === Clause.closed) return Math.min(close + 1, frame.closes);
  openFrame(reader, at + 1, close);
  return at + 1;
};

const readComma: ClauseHandler = (reader, frame, at) => {
  if (frame.clause === Clause.tables) frame.expectsTable = true;
  else if (frame.clause === Clause.set) frame.expectsColumn = true;
  else if (frame.clause === Clause.commonTables && isCommonTable(reader, at + 1)) return enterCommonTable(reader, at + 1);
  return at + 1;
};

/** `;` ends the statement; in the parentheses of a rule's list of commands it ends one of them. */
const readSemicolon: ClauseHandler = (reader, frame, at) => {
  if (reader.frames[0] === frame) {
    frame.closes = at;
    return at;
  }
  frame.finish?.(reader, frame);
  frame.finish = undefined;
  frame.clause = Clause.none;
  frame.verb = 0;
  frame.verbAt = at + 1;
  return at + 1;
};

const readBoundary: ClauseHandler = (reader, _frame, at) => {
  for (const open of reader.frames) open.closes = Math.min(open.closes, at);
  return at;
};

const handlers: readonly (ClauseHandler | undefined)[] = handlersByCode();

function handlersByCode(): (ClauseHandler | undefined)[] {
  const byCode = new Array<ClauseHandler | undefined>(keywordCodeLimit).fill(undefined);
  byCode[Symbol.open] = readParenthesis;
  byCode[Symbol.comma] = readComma;
  byCode[Symbol.semicolon] = readSemicolon;
  for (const boundary of Object.values(Boundary)) byCode[boundary] = readBoundary;
  for (const clauses of [queryClauses, assignmentClauses, blockClauses, verbClauses]) {
    for (const [word, handler] of Object.entries(clauses)) byCode[Keyword[word as KeywordName]] = handler;
  }
  return byCode;
}

function closeFrame(reader: Reader, frame: Frame): void {
  frame.finish?.(reader, frame);
  forgetCommonTables(reader, frame);
  reader.frames.pop();
  const outer = reader.frames[reader.frames.length - 1];
  if (frame.defines !== undefined && outer !== undefined) {
    declareCommonTable(reader, outer, { name: frame.defines.name, source: firstRead(reader, frame) });
  }
}

function firstRead(reader: Reader, frame: Frame): AccessDraft | undefined {
  for (let i = frame.firstAccess; i < reader.accesses.length; i++) {
    if (reader.accesses[i]!.operation === "read") return reader.accesses[i];
  }
  return undefined;
}

/** Behind the parenthesis that a closed frame stood for, and the alias that follows a query in a list of tables. */
function leaveParenthesis(reader: Reader, closed: Frame): number {
  const outer = reader.frames[reader.frames.length - 1]!;
  const at = reader.tokens.code[closed.closes] === Symbol.close ? closed.closes + 1 : closed.closes;
  if (!closed.isTableItem || at >= outer.closes) return Math.min(at, outer.closes);
  if (closed.clause === Clause.tables && closed.verb === outer.verb) return readAlias(reader, at, undefined);
  const item = { access: undefined, commonTable: undefined, alias: undefined };
  outer.items?.push(item);
  return readAlias(reader, at, item);
}
