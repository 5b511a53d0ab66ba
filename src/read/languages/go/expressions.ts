import type { Call, Expression, TypeDeclaration, TypeExpression } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, enter, kindAhead, leave, spanFrom, startOf } from "../../syntax/cursor.ts";
import type { ExpressionGrammar } from "../../syntax/expressions.ts";
import { otherExpression, readExpression, readList, readMember, readName, readOtherLiteral } from "../../syntax/expressions.ts";
import { lazyType, noMembers } from "../../syntax/lazy-nodes.ts";
import { compileOperators } from "../../syntax/operators.ts";
import { mayOpenComposite, readComposite } from "./composites.ts";
import { readFunctionLiteral } from "./functions.ts";
import { readIndex, typeArgumentsOf } from "./indexes.ts";
import { readTextLiteral } from "./text.ts";
import { readType } from "./types.ts";
import { Word } from "./words.ts";

/** https://go.dev/ref/spec#Expressions */
export const expressions: ExpressionGrammar = {
  operators: compileOperators({
    levels: [["||"], ["&&"], ["==", "!=", "<", "<=", ">", ">="], ["+", "-", "|", "^"], ["*", "/", "%", "<<", ">>", "&", "&^"]],
    prefixes: ["+", "-", "!", "^", "*", "&", "<-", "~"],
    assignments: [],
    conditional: false,
    rightFirst: [],
  }),
  operand: readOperand,
  suffix: readSuffix,
};

export function readOne(cursor: Cursor): Expression {
  return readExpression(cursor, expressions);
}

/** Expressions between commas, at least one. */
export function readExpressions(cursor: Cursor): Expression[] {
  const list = [readOne(cursor)];
  while (accept(cursor, Mark[","])) list.push(readOne(cursor));
  return list;
}

function readOperand(cursor: Cursor): Expression | undefined {
  switch (cursor.kind) {
    case Token.name:
      return readName(cursor);
    case Token.text:
      return readTextLiteral(cursor);
    case Token.number:
    case Token.character:
      return readOtherLiteral(cursor);
    case Mark["("]:
      return readParenthesized(cursor);
    case Word.func:
      return readFunctionLiteral(cursor) ?? readTypeOperand(cursor);
    case Mark["["]:
    case Word.map:
    case Word.chan:
    case Word.struct:
    case Word.interface:
      return readTypeOperand(cursor);
    default:
      return undefined;
  }
}

/** Parentheses leave no node; several expressions inside are damage. */
function readParenthesized(cursor: Cursor): Expression {
  const start = startOf(cursor);
  const inside = readList(cursor, readOne, expressions);
  return inside.length === 1 ? inside[0]! : otherExpression(cursor, start, inside);
}

/** A type where a value may stand: of a composite literal, of a conversion, or itself an argument of `make` and `new`. */
function readTypeOperand(cursor: Cursor): Expression {
  const start = startOf(cursor);
  const type = readType(cursor);
  if (cursor.kind === Mark["{"]) return readComposite(cursor, type, start);
  if (cursor.kind === Mark["("]) return readConversion(cursor, type, start);
  return { ...otherExpression(cursor, start, []), type: namelessAlias(type) };
}

function namelessAlias(aliased: TypeExpression): TypeDeclaration {
  const nothing = { name: undefined, nameSpan: undefined, extends: [], implements: [], decorators: [] };
  return lazyType({ ...nothing, span: aliased.span, form: "alias", aliased }, () => noMembers);
}

function readConversion(cursor: Cursor, type: TypeExpression, start: number): Expression {
  const values = readList(cursor, readArgument, expressions);
  const span = spanFrom(cursor, start);
  const operand = values[0];
  return values.length === 1 && operand ? { kind: "conversion", span, operand, type } : { kind: "other", span, expressions: values };
}

function readSuffix(cursor: Cursor, operand: Expression, start: number): Expression | undefined {
  switch (cursor.kind) {
    case Mark["."]:
      if (kindAhead(cursor, 1) === Mark["("]) return readAssertion(cursor, operand, start);
      return kindAhead(cursor, 1) === Token.name ? readMember(cursor, operand, start) : readDanglingDot(cursor, operand, start);
    case Mark["("]:
      return readCall(cursor, operand, start);
    case Mark["["]:
      return readIndex(cursor, operand, start);
    case Mark["{"]: {
      const type = mayOpenComposite(cursor, operand);
      return type ? readComposite(cursor, type, start) : undefined;
    }
    default:
      return undefined;
  }
}

function readDanglingDot(cursor: Cursor, operand: Expression, start: number): Expression {
  advance(cursor);
  return otherExpression(cursor, start, [operand]);
}

/** `x.(T)`; `x.(type)` is a conversion to no type. */
function readAssertion(cursor: Cursor, operand: Expression, start: number): Expression {
  advance(cursor);
  const opening = cursor.position;
  const limit = enter(cursor);
  const type = accept(cursor, Word.type) ? undefined : readType(cursor);
  leave(cursor, opening, limit);
  return { kind: "conversion", span: spanFrom(cursor, start), operand, type };
}

function readCall(cursor: Cursor, operand: Expression, start: number): Call {
  const generic = typeArgumentsOf(operand);
  const values = readList(cursor, readArgument, expressions);
  return {
    kind: "call",
    span: spanFrom(cursor, start),
    callee: generic ? generic.object : operand,
    arguments: values,
    typeArguments: generic ? generic.types : [],
    construct: false,
  };
}

/** An expression, perhaps passed on with `...`. */
function readArgument(cursor: Cursor): Expression {
  const start = startOf(cursor);
  const operand = readOne(cursor);
  return accept(cursor, Mark["..."]) ? { kind: "spread", span: spanFrom(cursor, start), operand } : operand;
}
