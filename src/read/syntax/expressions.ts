import type { Assignment, Expression, OtherExpression } from "../../model/syntax.ts";
import { Mark, markTexts, Token } from "../lexer/token-kinds.ts";
import type { Cursor } from "./cursor.ts";
import { accept, advance, enter, leave, MAX_DEPTH, moveTo, skipGroup, spanFrom, startOf, tokenSpan, tokenText } from "./cursor.ts";
import type { OperatorTable } from "./operators.ts";
import { ASSIGNMENT_POWER } from "./operators.ts";

/** What a language adds to the shared reader of expressions. */
export interface ExpressionGrammar {
  readonly operators: OperatorTable;
  /** An expression that no operator follows: an arrow function; undefined where none begins. */
  readonly whole?: (cursor: Cursor) => Expression | undefined;
  /** A name, literal, bracket or the like; undefined where none begins. */
  readonly operand: (cursor: Cursor) => Expression | undefined;
  /** One suffix more: call, member, index; undefined where none follows. `start` is where the operand begins. */
  readonly suffix: (cursor: Cursor, operand: Expression, start: number) => Expression | undefined;
  /** The kind of the operator at the cursor, where that is not the token's own: `>>` is two tokens, a word may be none. */
  readonly operatorAt?: (cursor: Cursor) => number;
  /** The right side of an operator that takes no expression: `x as T`. */
  readonly typeOperator?: (cursor: Cursor, operand: Expression, start: number) => Expression | undefined;
}

/**
 * Reads one expression (precedence climbing, https://en.wikipedia.org/wiki/Operator-precedence_parser). Gives an empty `other`
 * and stays where no expression begins. Operators bind only when stronger than `power`.
 */
export function readExpression(cursor: Cursor, grammar: ExpressionGrammar, power = 0): Expression {
  if (cursor.depth >= MAX_DEPTH) return skipTooDeep(cursor);
  cursor.depth++;
  const start = startOf(cursor);
  const expression = grammar.whole?.(cursor) ?? readOperators(cursor, grammar, power, readUnary(cursor, grammar), start);
  cursor.depth--;
  return expression;
}

/** An operand with its prefixes and suffixes: what binds more strongly than binary operators. */
export function readUnary(cursor: Cursor, grammar: ExpressionGrammar): Expression {
  if (cursor.depth >= MAX_DEPTH) return skipTooDeep(cursor);
  cursor.depth++;
  const start = startOf(cursor);
  const expression = grammar.operators.prefixes[cursor.kind] === 1 ? readPrefixed(cursor, grammar, start) : readSuffixed(cursor, grammar, start);
  cursor.depth--;
  return expression;
}

/** Reads the arguments in the bracket at the cursor, or whatever else stands between commas in one. */
export function readList(cursor: Cursor, readEntry: (cursor: Cursor) => Expression, grammar: ExpressionGrammar): readonly Expression[] {
  const opening = cursor.position;
  const limit = enter(cursor);
  const entries: Expression[] = [];
  while (cursor.kind !== Token.end) {
    if (cursor.kind === Mark[","] || cursor.kind === Mark[";"]) {
      advance(cursor);
      continue;
    }
    const before = cursor.position;
    const entry = readEntry(cursor);
    if (cursor.position > before) entries.push(entry);
    else entries.push(...readStray(cursor, grammar));
  }
  leave(cursor, opening, limit);
  return entries;
}

/** Moves over a token that fits nowhere; gives the expressions inside when it opens a bracket. */
export function readStray(cursor: Cursor, grammar: ExpressionGrammar): readonly Expression[] {
  const opens = cursor.kind === Mark["("] || cursor.kind === Mark["["] || cursor.kind === Mark["{"];
  if (!opens || cursor.depth >= MAX_DEPTH) {
    skipGroup(cursor);
    return [];
  }
  cursor.depth++;
  const inside = readList(cursor, (inner) => readExpression(inner, grammar), grammar);
  cursor.depth--;
  return inside;
}

export function otherExpression(cursor: Cursor, start: number, expressions: readonly Expression[]): OtherExpression {
  return { kind: "other", span: spanFrom(cursor, start), expressions };
}

/** A name at the cursor, whatever its kind. */
export function readName(cursor: Cursor): Expression {
  const name: Expression = { kind: "name", span: tokenSpan(cursor), name: tokenText(cursor) };
  advance(cursor);
  return name;
}

export function readOtherLiteral(cursor: Cursor): Expression {
  const literal: Expression = { kind: "literal", span: tokenSpan(cursor), raw: tokenText(cursor) };
  advance(cursor);
  return literal;
}

/** `.name` behind an operand, at the dot. */
export function readMember(cursor: Cursor, object: Expression, start: number): Expression {
  advance(cursor);
  const nameSpan = tokenSpan(cursor);
  const name = tokenText(cursor);
  advance(cursor);
  return { kind: "member", span: spanFrom(cursor, start), object, name, nameSpan };
}

function skipTooDeep(cursor: Cursor): Expression {
  const start = startOf(cursor);
  if (cursor.kind !== Token.end) skipGroup(cursor);
  return otherExpression(cursor, start, []);
}

function readPrefixed(cursor: Cursor, grammar: ExpressionGrammar, start: number): Expression {
  const operator = tokenText(cursor);
  advance(cursor);
  const operand = readUnary(cursor, grammar);
  if (operator === "++" || operator === "--") return stepAssignment(cursor, operand, operator, start);
  return { kind: "unary", span: spanFrom(cursor, start), operator, operand };
}

function readSuffixed(cursor: Cursor, grammar: ExpressionGrammar, start: number): Expression {
  let operand = grammar.operand(cursor);
  if (!operand) return { kind: "other", span: { start, end: start }, expressions: [] };
  for (let next = grammar.suffix(cursor, operand, start); next !== undefined; next = grammar.suffix(cursor, operand, start)) operand = next;
  return operand;
}

/** `x++` as `x += 1`. */
export function stepAssignment(cursor: Cursor, target: Expression, operator: string, start: number): Assignment {
  const span = spanFrom(cursor, start);
  const one: Expression = { kind: "literal", span, raw: "1" };
  return { kind: "assignment", span, operator: operator === "++" ? "+=" : "-=", targets: [target], values: [one] };
}

function readOperators(cursor: Cursor, grammar: ExpressionGrammar, power: number, first: Expression, start: number): Expression {
  const { powers, assigns, rightFirst } = grammar.operators;
  let left = first;
  for (;;) {
    const kind = grammar.operatorAt ? grammar.operatorAt(cursor) : cursor.kind;
    const own = powers[kind]!;
    if (own <= power) return left;
    if (kind === Mark["?"]) {
      left = readConditional(cursor, grammar, left, start);
      continue;
    }
    const typed = grammar.typeOperator?.(cursor, left, start);
    if (typed) {
      left = typed;
      continue;
    }
    const operator = markTexts[kind] ?? tokenText(cursor);
    moveTo(cursor, cursor.position + (kind === cursor.kind ? 1 : operator.length));
    const right = readExpression(cursor, grammar, assigns[kind] || rightFirst[kind] ? own - 1 : own);
    const span = spanFrom(cursor, start);
    left = assigns[kind] ? { kind: "assignment", span, operator, targets: [left], values: [right] } : { kind: "binary", span, operator, left, right };
  }
}

function readConditional(cursor: Cursor, grammar: ExpressionGrammar, test: Expression, start: number): Expression {
  advance(cursor);
  const { then: outer } = cursor;
  cursor.then = cursor.limit;
  const then = readExpression(cursor, grammar, ASSIGNMENT_POWER - 1);
  cursor.then = outer;
  if (!accept(cursor, Mark[":"])) return otherExpression(cursor, start, [test, then]);
  const otherwise = readExpression(cursor, grammar, ASSIGNMENT_POWER - 1);
  return { kind: "conditional", span: spanFrom(cursor, start), test, then, otherwise };
}
