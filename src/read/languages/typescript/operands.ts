import type { Expression } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, enter, kindAhead, leave, MAX_DEPTH, moveTo, spanFrom, startOf } from "../../syntax/cursor.ts";
import { otherExpression, readList, readMember, readName, readOtherLiteral, readStray, readUnary } from "../../syntax/expressions.ts";
import { readArrowBody } from "./arrow-functions.ts";
import { readClassExpression, readDecorators } from "./classes.ts";
import { expressions, readOne, readSequence, readSpread } from "./expressions.ts";
import { readFunctionExpression } from "./functions.ts";
import { readMarkup } from "./markup.ts";
import { isIdentifier, isPropertyName } from "./names.ts";
import { readObject } from "./objects.ts";
import { readIndex, readNonNull } from "./suffixes.ts";
import { readTextLiteral } from "./text.ts";
import { readTypeArguments } from "./type-arguments.ts";
import { readType } from "./types.ts";
import { Word } from "./words.ts";

/** https://tc39.es/ecma262/#sec-primary-expression, with TypeScript's additions. */
export function readOperand(cursor: Cursor): Expression | undefined {
  switch (cursor.kind) {
    case Token.name:
    case Word.this:
    case Word.super:
      return readName(cursor);
    case Token.text:
    case Token.textHead:
      return readTextLiteral(cursor);
    case Token.number:
    case Token.pattern:
    case Word.true:
    case Word.false:
    case Word.null:
      return readOtherLiteral(cursor);
    case Token.markupStart:
      return readMarkup(cursor);
    case Mark["("]:
      return readParenthesized(cursor);
    case Mark["["]:
      return readArray(cursor);
    case Mark["{"]:
      return readObject(cursor);
    case Mark["<"]:
      return readTypeAssertion(cursor);
    case Mark["=>"]:
      return readArrowBody(cursor, startOf(cursor));
    case Mark["@"]:
      return readClassExpression(cursor, readDecorators(cursor));
    case Word.function:
      return readFunctionExpression(cursor);
    case Word.class:
      return readClassExpression(cursor, []);
    case Word.new:
      return readNew(cursor);
    case Word.import:
      return readImportOperand(cursor);
    case Word.async:
      return kindAhead(cursor, 1) === Word.function ? readFunctionExpression(cursor) : readName(cursor);
    default:
      return isIdentifier(cursor.kind) ? readName(cursor) : undefined;
  }
}

/** Parentheses leave no node. */
function readParenthesized(cursor: Cursor): Expression {
  const opening = cursor.position;
  const start = startOf(cursor);
  const limit = enter(cursor);
  const inside = cursor.kind === Token.end ? otherExpression(cursor, start, []) : readSequence(cursor);
  const more: Expression[] = [];
  while (cursor.kind !== Token.end) more.push(...readAnything(cursor));
  leave(cursor, opening, limit);
  return more.length === 0 ? inside : otherExpression(cursor, start, [inside, ...more]);
}

function readAnything(cursor: Cursor): readonly Expression[] {
  const before = cursor.position;
  const expression = readOne(cursor);
  return cursor.position > before ? [expression] : readStray(cursor, expressions);
}

/** `[a, , ...b]`; what is left out is an empty `other`, so that places count. */
function readArray(cursor: Cursor): Expression {
  const opening = cursor.position;
  const start = startOf(cursor);
  const limit = enter(cursor);
  const values: Expression[] = [];
  while (cursor.kind !== Token.end) {
    if (cursor.kind === Mark[","]) {
      values.push(otherExpression(cursor, startOf(cursor), []));
    } else {
      const before = cursor.position;
      const value = readSpread(cursor);
      if (cursor.position > before) values.push(value);
      else values.push(...readStray(cursor, expressions));
    }
    accept(cursor, Mark[","]);
  }
  leave(cursor, opening, limit);
  const entries = values.map((value) => ({ name: undefined, key: undefined, value }));
  return { kind: "composite", span: spanFrom(cursor, start), form: "list", type: undefined, entries };
}

/** `<T>x` of `.ts` files. */
function readTypeAssertion(cursor: Cursor): Expression | undefined {
  const beginning = cursor.position;
  const start = startOf(cursor);
  if (cursor.failures?.has(beginning)) return undefined;
  advance(cursor);
  const type = accept(cursor, Word.const) ? undefined : readType(cursor);
  if (!accept(cursor, Mark[">"])) {
    (cursor.failures ??= new Set()).add(beginning);
    moveTo(cursor, beginning);
    return undefined;
  }
  const operand = readUnary(cursor, expressions);
  return { kind: "conversion", span: spanFrom(cursor, start), operand, type };
}

/** `new Pool<T>(…)`, `new Pool`, `new clients.pg!.Pool()`, `new.target`: the callee takes members, but no call. */
function readNew(cursor: Cursor): Expression {
  const start = startOf(cursor);
  const keyword = readName(cursor);
  if (cursor.kind === Mark["."]) return readMember(cursor, keyword, start);
  const calleeStart = startOf(cursor);
  cursor.depth++;
  let callee: Expression = (cursor.depth < MAX_DEPTH ? readOperand(cursor) : undefined) ?? otherExpression(cursor, calleeStart, []);
  cursor.depth--;
  for (;;) {
    if (cursor.kind === Mark["."] && isPropertyName(kindAhead(cursor, 1))) callee = readMember(cursor, callee, calleeStart);
    else if (cursor.kind === Mark["["]) callee = readIndex(cursor, callee, calleeStart);
    else if (cursor.kind === Mark["!"]) callee = readNonNull(cursor, callee, calleeStart);
    else break;
  }
  const typeArguments = cursor.kind === Mark["<"] ? (readTypeArguments(cursor) ?? []) : [];
  const values = cursor.kind === Mark["("] ? readList(cursor, readSpread, expressions) : [];
  return { kind: "call", span: spanFrom(cursor, start), callee, arguments: values, typeArguments, construct: true };
}

/** `import("m")`, `import.meta`. */
function readImportOperand(cursor: Cursor): Expression | undefined {
  const next = kindAhead(cursor, 1);
  return next === Mark["("] || next === Mark["."] ? readName(cursor) : undefined;
}
