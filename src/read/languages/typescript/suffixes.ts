import type { Expression, TypeExpression } from "../../../model/syntax.ts";
import { Character } from "../../lexer/characters.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { advance, enter, kindAhead, leave, lineBefore, moveTo, spanFrom, tokenText } from "../../syntax/cursor.ts";
import { otherExpression, readList, readMember, readStray, stepAssignment } from "../../syntax/expressions.ts";
import { expressions, readSequence, readSpread } from "./expressions.ts";
import { isPropertyName } from "./names.ts";
import { readTextLiteral } from "./text.ts";
import { readTypeArguments } from "./type-arguments.ts";

/** https://tc39.es/ecma262/#sec-left-hand-side-expressions */
export function readSuffix(cursor: Cursor, operand: Expression, start: number): Expression | undefined {
  switch (cursor.kind) {
    case Mark["."]:
      return isPropertyName(kindAhead(cursor, 1)) ? readMember(cursor, operand, start) : readDanglingDot(cursor, operand, start);
    case Mark["?."]:
      return readOptional(cursor, operand, start);
    case Mark["("]:
      return readCall(cursor, operand, start, []);
    case Mark["["]:
      return readIndex(cursor, operand, start);
    case Token.text:
    case Token.textHead:
      return isTemplate(cursor) ? readTagged(cursor, operand, start) : undefined;
    case Mark["!"]:
      return lineBefore(cursor) ? undefined : readNonNull(cursor, operand, start);
    case Mark["++"]:
    case Mark["--"]:
      return readStep(cursor, operand, start);
    case Mark["<"]:
    case Mark["<<"]:
      return readGenericCall(cursor, operand, start);
    default:
      return undefined;
  }
}

export function readIndex(cursor: Cursor, object: Expression, start: number): Expression {
  const opening = cursor.position;
  const limit = enter(cursor);
  const index = cursor.kind === Token.end ? undefined : readSequence(cursor);
  const more: Expression[] = [];
  while (cursor.kind !== Token.end) more.push(...readStray(cursor, expressions));
  leave(cursor, opening, limit);
  const node: Expression = { kind: "index", span: spanFrom(cursor, start), object, index };
  return more.length === 0 ? node : otherExpression(cursor, start, [node, ...more]);
}

function readDanglingDot(cursor: Cursor, operand: Expression, start: number): Expression {
  advance(cursor);
  return otherExpression(cursor, start, [operand]);
}

/** `a?.b`, `a?.[b]`, `a?.(b)`. */
function readOptional(cursor: Cursor, operand: Expression, start: number): Expression {
  const next = kindAhead(cursor, 1);
  if (isPropertyName(next)) return readMember(cursor, operand, start);
  advance(cursor);
  if (next === Mark["["]) return readIndex(cursor, operand, start);
  if (next === Mark["("]) return readCall(cursor, operand, start, []);
  return (next === Mark["<"] ? readGenericCall(cursor, operand, start) : undefined) ?? otherExpression(cursor, start, [operand]);
}

function readCall(cursor: Cursor, callee: Expression, start: number, typeArguments: readonly TypeExpression[]): Expression {
  const values = readList(cursor, readSpread, expressions);
  return { kind: "call", span: spanFrom(cursor, start), callee, arguments: values, typeArguments, construct: false };
}

function isTemplate(cursor: Cursor): boolean {
  return cursor.text.charCodeAt(cursor.tree.starts[cursor.position]!) === Character.backquote;
}

function readTagged(cursor: Cursor, tag: Expression, start: number): Expression {
  const text = readTextLiteral(cursor);
  return { kind: "tagged", span: spanFrom(cursor, start), tag, text };
}

/** `operand!` */
export function readNonNull(cursor: Cursor, operand: Expression, start: number): Expression {
  advance(cursor);
  return { kind: "conversion", span: spanFrom(cursor, start), operand, type: undefined };
}

function readStep(cursor: Cursor, operand: Expression, start: number): Expression | undefined {
  if (lineBefore(cursor)) return undefined;
  const operator = tokenText(cursor);
  advance(cursor);
  return stepAssignment(cursor, operand, operator, start);
}

/** `f<T>(x)`, `` f<T>`x` `` and `f<T>`; undefined where `<` compares. */
function readGenericCall(cursor: Cursor, operand: Expression, start: number): Expression | undefined {
  const beginning = cursor.position;
  const typeArguments = readTypeArguments(cursor);
  if (typeArguments && cursor.kind === Mark["("]) return readCall(cursor, operand, start, typeArguments);
  if (typeArguments && (cursor.kind === Token.textHead || (cursor.kind === Token.text && isTemplate(cursor)))) return readTagged(cursor, operand, start);
  if (typeArguments && endsInstantiation(cursor)) return { kind: "conversion", span: spanFrom(cursor, start), operand, type: undefined };
  moveTo(cursor, beginning);
  return undefined;
}

/** Whether what follows `f<T>` cannot begin an operand, so that `<` and `>` compared nothing. */
function endsInstantiation(cursor: Cursor): boolean {
  const { kind } = cursor;
  if (kind === Mark["<"] || kind === Mark[">"] || kind === Mark["+"] || kind === Mark["-"]) return false;
  if (kind === Token.end || lineBefore(cursor)) return true;
  return ENDS.has(kind);
}

const ENDS = new Set<number>([
  ...[Mark[")"], Mark["]"], Mark["}"], Mark[","], Mark[";"], Mark[":"], Mark["."], Mark["?."], Mark["?"], Mark["="]],
  ...[Mark["=="], Mark["!="], Mark["==="], Mark["!=="], Mark["&&"], Mark["||"], Mark["??"]],
]);
