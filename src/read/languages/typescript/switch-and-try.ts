import type { Block, Statement } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, endBefore, enter, leave, spanFrom, startOf } from "../../syntax/cursor.ts";
import { readSequence } from "./expressions.ts";
import { readPattern } from "./patterns.ts";
import { addExpression, readBody, readClause, readCondition, readStatement } from "./statements.ts";
import { readType } from "./types.ts";
import { Word } from "./words.ts";

/** A clause without statements of its own runs those of the next one. */
export function readSwitchStatement(cursor: Cursor): Statement {
  const start = startOf(cursor);
  const header: Statement[] = [];
  const blocks: Block[] = [];
  let exhaustive = false;
  advance(cursor);
  readCondition(cursor, header);
  if (cursor.kind !== Mark["{"]) return { kind: "branch", span: spanFrom(cursor, start), header, blocks, exhaustive };
  const opening = cursor.position;
  const limit = enter(cursor);
  while (cursor.kind !== Token.end) {
    if (accept(cursor, Word.default)) exhaustive = true;
    else if (accept(cursor, Word.case)) addExpression(header, readSequence(cursor));
    else readStatement(cursor, header);
    if (!accept(cursor, Mark[":"])) continue;
    const clauseStart = endBefore(cursor);
    const statements = readClause(cursor);
    const end = cursor.kind === Token.end ? cursor.tree.starts[cursor.limit]! : startOf(cursor);
    if (statements.length > 0) blocks.push({ kind: "block", span: { start: clauseStart, end }, statements });
  }
  leave(cursor, opening, limit);
  return { kind: "branch", span: spanFrom(cursor, start), header, blocks, exhaustive };
}

/** `try` and `catch` are alternatives; what `finally` holds always runs, so it stands behind them in a block around both. */
export function readTryStatement(cursor: Cursor): Statement {
  const start = startOf(cursor);
  advance(cursor);
  const body = readBody(cursor);
  let statement: Statement = body;
  if (cursor.kind === Word.catch) {
    const handler = readCatch(cursor);
    statement = { kind: "branch", span: spanFrom(cursor, start), header: [], blocks: [body, handler], exhaustive: true };
  }
  if (!accept(cursor, Word.finally)) return statement;
  const last = readBody(cursor);
  return { kind: "block", span: spanFrom(cursor, start), statements: [statement, last] };
}

/** The caught value is a variable of the block. */
function readCatch(cursor: Cursor): Block {
  const start = startOf(cursor);
  advance(cursor);
  const caught = cursor.kind === Mark["("] ? [readCaught(cursor)] : [];
  const body = readBody(cursor);
  return { kind: "block", span: spanFrom(cursor, start), statements: [...caught, ...body.statements] };
}

function readCaught(cursor: Cursor): Statement {
  const opening = cursor.position;
  const limit = enter(cursor);
  const start = startOf(cursor);
  const pattern = readPattern(cursor);
  const type = accept(cursor, Mark[":"]) ? readType(cursor) : undefined;
  const span = spanFrom(cursor, start);
  leave(cursor, opening, limit);
  return { kind: "variable", span, constant: false, targets: [pattern], type, values: [] };
}
