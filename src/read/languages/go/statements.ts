import type { Span } from "../../../model/place.ts";
import type { Block, Expression, Parameter, Statement } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, behind, enter, kindAhead, kindAt, leave, MAX_DEPTH, skipGroup, spanFrom, startOf, tokenSpan } from "../../syntax/cursor.ts";
import { readStray } from "../../syntax/expressions.ts";
import { readForStatement, readIfStatement } from "./control-flow.ts";
import { readConstants, readTypes, readVariables } from "./declarations.ts";
import { expressions, readExpressions } from "./expressions.ts";
import { readFunctionDeclaration } from "./functions.ts";
import { readSimpleStatement } from "./simple-statements.ts";
import { readSelectStatement, readSwitchStatement } from "./switches.ts";
import { Word } from "./words.ts";

/** The named results of the function whose body is read: a bare `return` gives them. */
export type NamedResults = readonly Parameter[];

/** Statements up to the limit. */
export function readStatements(cursor: Cursor, results: NamedResults): Statement[] {
  const statements: Statement[] = [];
  while (cursor.kind !== Token.end) readStatement(cursor, results, statements);
  return statements;
}

/** Statements up to the next clause. */
export function readClause(cursor: Cursor, results: NamedResults): Statement[] {
  const statements: Statement[] = [];
  while (cursor.kind !== Token.end && cursor.kind !== Word.case && cursor.kind !== Word.default) readStatement(cursor, results, statements);
  return statements;
}

/** Reads one statement; always advances. A declaration of several names gives several statements. */
export function readStatement(cursor: Cursor, results: NamedResults, into: Statement[]): void {
  const before = cursor.position;
  if (cursor.depth >= MAX_DEPTH) {
    skipGroup(cursor);
    return;
  }
  cursor.depth++;
  readStatementAt(cursor, results, into);
  if (cursor.position === before) {
    for (const expression of readStray(cursor, expressions)) into.push({ kind: "expression", span: expression.span, expression });
  }
  cursor.depth--;
}

/** The block at the cursor; an empty one where none begins. */
export function readBlock(cursor: Cursor, results: NamedResults): Block {
  const start = startOf(cursor);
  if (cursor.kind !== Mark["{"]) return { kind: "block", span: { start, end: start }, statements: [] };
  const opening = cursor.position;
  const limit = enter(cursor);
  const statements = readStatements(cursor, results);
  leave(cursor, opening, limit);
  return { kind: "block", span: spanFrom(cursor, start), statements };
}

function readStatementAt(cursor: Cursor, results: NamedResults, into: Statement[]): void {
  switch (cursor.kind) {
    case Mark[";"]:
      return advance(cursor);
    case Mark["{"]:
      into.push(readBlock(cursor, results));
      return;
    case Word.if:
      into.push(readIfStatement(cursor, results));
      return;
    case Word.for:
      into.push(readForStatement(cursor, results));
      return;
    case Word.switch:
      into.push(readSwitchStatement(cursor, results));
      return;
    case Word.select:
      into.push(readSelectStatement(cursor, results));
      return;
    case Word.return:
      into.push(readReturn(cursor, results));
      return;
    case Word.go:
    case Word.defer:
      return readStarted(cursor, into);
    case Word.const:
      return readConstants(cursor, into);
    case Word.var:
      return readVariables(cursor, into);
    case Word.type:
      return readTypes(cursor, into);
    case Word.func:
      if (!isFunctionDeclaration(cursor)) return readSimpleStatement(cursor, into);
      into.push(readFunctionDeclaration(cursor));
      return;
    case Word.break:
    case Word.continue:
    case Word.goto:
      advance(cursor);
      accept(cursor, Token.name);
      return;
    case Word.fallthrough:
    case Word.case:
    case Word.default:
      return advance(cursor);
    default:
      if (isLabel(cursor)) advance(cursor);
      else readSimpleStatement(cursor, into);
      accept(cursor, Mark[":"]);
  }
}

/** A declaration inside a function is damage, but what it declares is not lost. */
function isFunctionDeclaration(cursor: Cursor): boolean {
  const next = kindAhead(cursor, 1);
  if (next !== Mark["("]) return next === Token.name;
  const behindReceiver = behind(cursor, cursor.position + 1);
  return kindAt(cursor, behindReceiver) === Token.name && kindAt(cursor, behindReceiver + 1) === Mark["("];
}

function isLabel(cursor: Cursor): boolean {
  return cursor.kind === Token.name && kindAhead(cursor, 1) === Mark[":"];
}

function readReturn(cursor: Cursor, results: NamedResults): Statement {
  const start = startOf(cursor);
  const span = tokenSpan(cursor);
  advance(cursor);
  const bare = cursor.kind === Mark[";"] || cursor.kind === Token.end;
  const values = bare ? namesOf(results, span) : readExpressions(cursor);
  return { kind: "return", span: spanFrom(cursor, start), values };
}

function namesOf(results: NamedResults, span: Span): readonly Expression[] {
  return results.flatMap(({ pattern }) => (pattern.kind === "name" ? [{ kind: "name", span, name: pattern.name }] : []));
}

/** `go f()`, `defer f()`. */
function readStarted(cursor: Cursor, into: Statement[]): void {
  const start = startOf(cursor);
  advance(cursor);
  for (const expression of readExpressions(cursor)) into.push({ kind: "expression", span: spanFrom(cursor, start), expression });
}
