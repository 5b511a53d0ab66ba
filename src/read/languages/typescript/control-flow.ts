import type { Block, EachHeader, Statement } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, behindGroup, enter, kindAt, leave, spanFrom, startOf } from "../../syntax/cursor.ts";
import { readVariables } from "./declarations.ts";
import { readOne, readSequence } from "./expressions.ts";
import { readPattern } from "./patterns.ts";
import { addExpression, readBody, readCondition, readStatement } from "./statements.ts";
import { Word } from "./words.ts";

/** `if`, `for`, `while`, `do` or `with` at the cursor. */
export function readBranchOrLoop(cursor: Cursor): Statement {
  switch (cursor.kind) {
    case Word.if:
      return readIf(cursor);
    case Word.for:
      return readFor(cursor);
    case Word.do:
      return readDo(cursor);
    case Word.while:
      return readWhile(cursor);
    default:
      return readWith(cursor);
  }
}

/** A chain of `if … else if … else` is one branch. */
function readIf(cursor: Cursor): Statement {
  const start = startOf(cursor);
  const header: Statement[] = [];
  const blocks: Block[] = [];
  let exhaustive = false;
  do {
    advance(cursor);
    readCondition(cursor, header);
    blocks.push(readBody(cursor));
    if (!accept(cursor, Word.else)) break;
    exhaustive = cursor.kind !== Word.if;
  } while (!exhaustive);
  if (exhaustive) blocks.push(readBody(cursor));
  return { kind: "branch", span: spanFrom(cursor, start), header, blocks, exhaustive };
}

function readWhile(cursor: Cursor): Statement {
  const start = startOf(cursor);
  const header: Statement[] = [];
  advance(cursor);
  readCondition(cursor, header);
  const body = readBody(cursor);
  return { kind: "loop", span: spanFrom(cursor, start), header, each: undefined, body };
}

function readDo(cursor: Cursor): Statement {
  const start = startOf(cursor);
  const header: Statement[] = [];
  advance(cursor);
  const body = readBody(cursor);
  if (accept(cursor, Word.while)) readCondition(cursor, header);
  accept(cursor, Mark[";"]);
  return { kind: "loop", span: spanFrom(cursor, start), header, each: undefined, body };
}

/** `with (object) …` runs its body once. */
function readWith(cursor: Cursor): Statement {
  const start = startOf(cursor);
  const statements: Statement[] = [];
  advance(cursor);
  readCondition(cursor, statements);
  if (cursor.kind !== Token.end) readStatement(cursor, statements);
  return { kind: "block", span: spanFrom(cursor, start), statements };
}

function readFor(cursor: Cursor): Statement {
  const start = startOf(cursor);
  const header: Statement[] = [];
  advance(cursor);
  accept(cursor, Word.await);
  let each: EachHeader | undefined;
  if (cursor.kind === Mark["("]) {
    const opening = cursor.position;
    const limit = enter(cursor);
    const separator = eachSeparator(cursor);
    if (separator > 0) each = readEach(cursor, separator, header);
    else readSteps(cursor, header);
    leave(cursor, opening, limit);
  }
  const body = readBody(cursor);
  return { kind: "loop", span: spanFrom(cursor, start), header, each, body };
}

/** Where `of` or `in` stands between target and list; 0 in a header of three parts. */
function eachSeparator(cursor: Cursor): number {
  for (let index = cursor.position + 1; index < cursor.limit; index = behindGroup(cursor, index)) {
    const kind = kindAt(cursor, index);
    if (kind === Mark[";"] || kind === Mark["="]) return 0;
    if (kind === Word.in) return index;
    // The first `of` of `for (const of of list)` is a name.
    if (kind === Word.of && !DECLARING.has(kindAt(cursor, index - 1))) return index;
  }
  return 0;
}

const DECLARING = new Set<number>([Word.const, Word.let, Word.var, Word.using]);

function readEach(cursor: Cursor, separator: number, header: Statement[]): EachHeader {
  const { limit } = cursor;
  const overKeys = kindAt(cursor, separator) === Word.in;
  cursor.limit = separator;
  while (cursor.kind === Word.await) advance(cursor);
  const declares = DECLARING.has(cursor.kind) && cursor.position + 1 < separator;
  if (declares) advance(cursor);
  const isPattern = declares || kindAt(cursor, cursor.position + 1) === Token.end || cursor.kind === Mark["["] || cursor.kind === Mark["{"];
  const pattern = isPattern ? readPattern(cursor) : undefined;
  if (!isPattern) addExpression(header, readOne(cursor));
  cursor.limit = limit;
  cursor.position = separator;
  advance(cursor);
  const list = readSequence(cursor);
  return { key: overKeys ? pattern : undefined, element: overKeys ? undefined : pattern, list, ...(!declares && { assigns: true }) };
}

/** `let i = 0; i < n; i++`. */
function readSteps(cursor: Cursor, header: Statement[]): void {
  while (cursor.kind !== Token.end) {
    if (accept(cursor, Mark[";"])) continue;
    if (DECLARING.has(cursor.kind)) readVariables(cursor, header);
    else readStatement(cursor, header);
  }
}
