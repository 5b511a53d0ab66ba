import type { Block, Expression, Statement } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, enter, kindAhead, leave, lineBefore, MAX_DEPTH, moveTo, skipGroup, spanFrom, startOf } from "../../syntax/cursor.ts";
import { readStray } from "../../syntax/expressions.ts";
import { readBranchOrLoop } from "./control-flow.ts";
import { readDeclaration } from "./declarations.ts";
import { expressions, readSequence } from "./expressions.ts";
import { isIdentifier } from "./names.ts";
import { readSwitchStatement, readTryStatement } from "./switch-and-try.ts";
import { Word } from "./words.ts";

/** Statements up to the limit. */
export function readStatements(cursor: Cursor): Statement[] {
  const statements: Statement[] = [];
  while (cursor.kind !== Token.end) readStatement(cursor, statements);
  return statements;
}

/** Statements up to the next clause. */
export function readClause(cursor: Cursor): Statement[] {
  const statements: Statement[] = [];
  while (cursor.kind !== Token.end && cursor.kind !== Word.case && cursor.kind !== Word.default) readStatement(cursor, statements);
  return statements;
}

/** Reads one statement; always advances. A declaration of several names gives several statements. */
export function readStatement(cursor: Cursor, into: Statement[]): void {
  const before = cursor.position;
  if (cursor.depth >= MAX_DEPTH) {
    skipGroup(cursor);
    return;
  }
  cursor.depth++;
  readStatementAt(cursor, into);
  if (cursor.position === before) {
    for (const expression of readStray(cursor, expressions)) addExpression(into, expression);
  }
  cursor.depth--;
}

/** The block at the cursor, or the one statement that stands for it. */
export function readBody(cursor: Cursor): Block {
  const start = startOf(cursor);
  if (cursor.kind !== Mark["{"]) {
    const single: Statement[] = [];
    if (cursor.kind !== Token.end) readStatement(cursor, single);
    return { kind: "block", span: spanFrom(cursor, start), statements: single };
  }
  const opening = cursor.position;
  const limit = enter(cursor);
  const statements = readStatements(cursor);
  leave(cursor, opening, limit);
  return { kind: "block", span: spanFrom(cursor, start), statements };
}

export function addExpression(into: Statement[], expression: Expression): void {
  into.push({ kind: "expression", span: expression.span, expression });
}

/** The expression in the bracket at the cursor, as in `if (…)`; nothing where none stands. */
export function readCondition(cursor: Cursor, into: Statement[]): void {
  if (cursor.kind !== Mark["("]) return;
  const opening = cursor.position;
  const limit = enter(cursor);
  while (cursor.kind !== Token.end) {
    const before = cursor.position;
    const expression = readSequence(cursor);
    if (cursor.position > before) addExpression(into, expression);
    else for (const stray of readStray(cursor, expressions)) addExpression(into, stray);
  }
  leave(cursor, opening, limit);
}

function readStatementAt(cursor: Cursor, into: Statement[]): void {
  switch (cursor.kind) {
    case Mark[";"]:
      return advance(cursor);
    case Mark["{"]:
      into.push(readBody(cursor));
      return;
    case Word.if:
    case Word.for:
    case Word.while:
    case Word.do:
    case Word.with:
      into.push(readBranchOrLoop(cursor));
      return;
    case Word.switch:
      into.push(readSwitchStatement(cursor));
      return;
    case Word.try:
      into.push(readTryStatement(cursor));
      return;
    case Word.return:
    case Word.throw:
      into.push(readReturn(cursor));
      return;
    case Word.break:
    case Word.continue:
      return skipJump(cursor);
    case Word.debugger:
    case Word.case:
    case Word.default:
      return advance(cursor);
    default:
      if (isLabel(cursor)) moveTo(cursor, cursor.position + 2);
      else if (!readDeclaration(cursor, into)) readExpressionStatement(cursor, into);
  }
}

function isLabel(cursor: Cursor): boolean {
  return isIdentifier(cursor.kind) && kindAhead(cursor, 1) === Mark[":"];
}

function skipJump(cursor: Cursor): void {
  advance(cursor);
  if (isIdentifier(cursor.kind) && !lineBefore(cursor)) advance(cursor);
}

/** `throw` is an expression for its effect; a line's end behind `return` ends it: https://tc39.es/ecma262/#sec-automatic-semicolon-insertion */
function readReturn(cursor: Cursor): Statement {
  const start = startOf(cursor);
  const throws = cursor.kind === Word.throw;
  advance(cursor);
  const bare = cursor.kind === Mark[";"] || cursor.kind === Token.end || lineBefore(cursor);
  const value = bare ? undefined : readSequence(cursor);
  const span = spanFrom(cursor, start);
  accept(cursor, Mark[";"]);
  if (throws && value) return { kind: "expression", span, expression: value };
  return { kind: "return", span, values: value ? [value] : [] };
}

function readExpressionStatement(cursor: Cursor, into: Statement[]): void {
  const before = cursor.position;
  const expression = readSequence(cursor);
  if (cursor.position > before) addExpression(into, expression);
  accept(cursor, Mark[";"]);
}
