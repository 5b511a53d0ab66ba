import type { Expression } from "../../../model/syntax.ts";
import { Mark, markTexts, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, kindAhead, kindAt, lineBefore, MAX_DEPTH, spanFrom, startOf, touches } from "../../syntax/cursor.ts";
import type { ExpressionGrammar } from "../../syntax/expressions.ts";
import { otherExpression, readExpression } from "../../syntax/expressions.ts";
import { ASSIGNMENT_POWER, compileOperators } from "../../syntax/operators.ts";
import { readArrowFunction } from "./arrow-functions.ts";
import { readOperand } from "./operands.ts";
import { readSuffix } from "./suffixes.ts";
import { readType } from "./types.ts";
import { Word } from "./words.ts";

/** https://tc39.es/ecma262/#sec-ecmascript-language-expressions */
export const expressions: ExpressionGrammar = {
  operators: compileOperators({
    levels: [
      ["??"],
      ["||"],
      ["&&"],
      ["|"],
      ["^"],
      ["&"],
      ["==", "!=", "===", "!=="],
      ["<", ">", "<=", ">=", Word.instanceof, Word.in, Word.as, Word.satisfies],
      ["<<", ">>", ">>>"],
      ["+", "-"],
      ["*", "/", "%"],
      ["**"],
    ],
    prefixes: ["+", "-", "!", "~", "++", "--", Word.typeof, Word.void, Word.delete, Word.await],
    assignments: ["=", "+=", "-=", "*=", "/=", "%=", "**=", "&=", "|=", "^=", "<<=", ">>=", ">>>=", "&&=", "||=", "??="],
    conditional: true,
    rightFirst: ["**"],
  }),
  whole: (cursor) => (cursor.kind === Word.yield ? readYield(cursor) : readArrowFunction(cursor)),
  operand: readOperand,
  suffix: readSuffix,
  operatorAt,
  typeOperator: readTypeOperator,
};

/** One expression, up to a comma. */
export function readOne(cursor: Cursor): Expression {
  return readExpression(cursor, expressions);
}

/** Expressions with comma operators between them. */
export function readSequence(cursor: Cursor): Expression {
  const start = startOf(cursor);
  let left = readOne(cursor);
  while (accept(cursor, Mark[","])) {
    const right = readOne(cursor);
    left = { kind: "binary", span: spanFrom(cursor, start), operator: ",", left, right };
  }
  return left;
}

/** An argument or element, perhaps spread. */
export function readSpread(cursor: Cursor): Expression {
  const start = startOf(cursor);
  if (!accept(cursor, Mark["..."])) return readOne(cursor);
  const operand = readOne(cursor);
  return { kind: "spread", span: spanFrom(cursor, start), operand };
}

/** `>>=` and the like are several tokens; `as` and `satisfies` on a new line are names. */
function operatorAt(cursor: Cursor): number {
  const { kind } = cursor;
  if (kind === Mark[">"]) return joinedOperator(cursor);
  if ((kind === Word.as || kind === Word.satisfies) && lineBefore(cursor)) return Token.end;
  return kind;
}

function joinedOperator(cursor: Cursor): number {
  let text = ">";
  for (let index = cursor.position; text.length < 4 && touches(cursor, index); index++) {
    const next = kindAt(cursor, index + 1);
    if (next !== Mark[">"] && next !== Mark["="]) break;
    text += markTexts[next]!;
    if (next === Mark["="]) break;
  }
  return JOINED[text] ?? Mark[">"];
}

const JOINED: Readonly<Record<string, number>> = { ">=": Mark[">="], ">>": Mark[">>"], ">>>": Mark[">>>"], ">>=": Mark[">>="], ">>>=": Mark[">>>="] };

/** `x as T`, `x as const`, `x satisfies T`. */
function readTypeOperator(cursor: Cursor, operand: Expression, start: number): Expression | undefined {
  if (cursor.kind !== Word.as && cursor.kind !== Word.satisfies) return undefined;
  advance(cursor);
  const type = accept(cursor, Word.const) ? undefined : readType(cursor);
  return { kind: "conversion", span: spanFrom(cursor, start), operand, type };
}

/** `yield`, `yield x`, `yield* x`; a name where nothing yields. */
function readYield(cursor: Cursor): Expression | undefined {
  const next = kindAhead(cursor, 1);
  if (next === Mark["."] || next === Mark["="] || next === Mark["=>"] || cursor.depth >= MAX_DEPTH) return undefined;
  const start = startOf(cursor);
  advance(cursor);
  if (lineBefore(cursor)) return otherExpression(cursor, start, []);
  accept(cursor, Mark["*"]);
  const before = cursor.position;
  const operand = readExpression(cursor, expressions, ASSIGNMENT_POWER - 1);
  return cursor.position > before ? { kind: "unary", span: spanFrom(cursor, start), operator: "yield", operand } : otherExpression(cursor, start, []);
}
