import type { Block, Expression, FunctionNode, Parameter, TypeExpression } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, behind, cursorAt, enter, kindAhead, leave, moveTo, skipGroup, spanFrom, startOf, tokenSpan, tokenText } from "../../syntax/cursor.ts";
import { lazyFunction } from "../../syntax/lazy-nodes.ts";
import { readDecorators } from "./classes.ts";
import { readOne } from "./expressions.ts";
import { isIdentifier } from "./names.ts";
import { readPattern } from "./patterns.ts";
import { readStatements } from "./statements.ts";
import { readTypeParameters } from "./type-parameters.ts";
import { readReturnType, readType } from "./types.ts";
import { Word } from "./words.ts";

/** `async function* name<T>(…): T { … }` as an expression. */
export function readFunctionExpression(cursor: Cursor): FunctionNode {
  const node = readFunction(cursor, startOf(cursor), []);
  if (node.name !== undefined) namedExpressions.add(node);
  return node;
}

/** Whether a function is an expression with a name of its own, which is bound inside it only. */
export function namesItself(node: FunctionNode): boolean {
  return namedExpressions.has(node);
}

const namedExpressions = new WeakSet<FunctionNode>();

/** A function at its `async` or `function`; without a body where that is an overload or ambient. */
export function readFunction(cursor: Cursor, start: number, outerModifiers: readonly string[]): FunctionNode {
  const modifiers = [...outerModifiers];
  if (accept(cursor, Word.async)) modifiers.push("async");
  accept(cursor, Word.function);
  if (accept(cursor, Mark["*"])) modifiers.push("generator");
  const named = isIdentifier(cursor.kind);
  const name = named ? tokenText(cursor) : undefined;
  const nameSpan = named ? tokenSpan(cursor) : undefined;
  if (named) advance(cursor);
  return readSignature(cursor, { start, name, nameSpan, modifiers, decorators: [] });
}

export interface Heading {
  readonly start: number;
  readonly name: string | undefined;
  readonly nameSpan: FunctionNode["nameSpan"];
  readonly modifiers: readonly string[];
  readonly decorators: readonly Expression[];
}

/** Type parameters, parameters, result and body of a function or method, at the first of them. */
export function readSignature(cursor: Cursor, { start, name, nameSpan, modifiers, decorators }: Heading): FunctionNode {
  const typeParameters = (cursor.kind === Mark["<"] ? readTypeParameters(cursor) : undefined) ?? [];
  const parameters = readParameters(cursor);
  const results = readResult(cursor);
  const readBody = cursor.kind === Mark["{"] ? skipBody(cursor) : undefined;
  const span = spanFrom(cursor, start);
  return lazyFunction({ span, name, nameSpan, receiver: undefined, parameters, results, typeParameters, modifiers, decorators }, readBody);
}

/** Moves over the body at the cursor; gives what reads it. */
export function skipBody(cursor: Cursor): () => Block {
  const { tree, position: opening, depth } = cursor;
  const start = startOf(cursor);
  const limit = Math.min(cursor.limit, tree.matches[opening]!);
  moveTo(cursor, behind(cursor, opening));
  const span = spanFrom(cursor, start);
  return () => ({ kind: "block", span, statements: readStatements(cursorAt(tree, opening + 1, limit, depth)) });
}

/** `: T` behind a list of parameters. */
export function readResult(cursor: Cursor): readonly TypeExpression[] {
  return accept(cursor, Mark[":"]) ? [readReturnType(cursor)] : [];
}

/** The parameters in the bracket at the cursor, TypeScript's `this` left out. */
export function readParameters(cursor: Cursor): readonly Parameter[] {
  if (cursor.kind !== Mark["("]) return [];
  const opening = cursor.position;
  const limit = enter(cursor);
  const parameters: Parameter[] = [];
  while (cursor.kind !== Token.end) {
    if (accept(cursor, Mark[","])) continue;
    const before = cursor.position;
    const isThis = cursor.kind === Word.this;
    const parameter = readParameter(cursor);
    if (cursor.position === before) skipGroup(cursor);
    else if (!isThis) parameters.push(parameter);
  }
  leave(cursor, opening, limit);
  return parameters;
}

function readParameter(cursor: Cursor): Parameter {
  const start = startOf(cursor);
  const decorators = readDecorators(cursor);
  const declaresField = skipModifiers(cursor);
  const rest = accept(cursor, Mark["..."]);
  const pattern = readPattern(cursor);
  accept(cursor, Mark["?"]);
  const type = accept(cursor, Mark[":"]) ? readType(cursor) : undefined;
  const complete = readDefault(cursor, pattern);
  return { span: spanFrom(cursor, start), pattern: complete, type, rest, declaresField, ...(decorators.length > 0 && { decorators }) };
}

function readDefault(cursor: Cursor, pattern: Parameter["pattern"]): Parameter["pattern"] {
  return accept(cursor, Mark["="]) ? { ...pattern, default: readOne(cursor) } : pattern;
}

/** `private readonly db: Pool`; true where there is one of these words. */
function skipModifiers(cursor: Cursor): boolean {
  let found = false;
  while (PARAMETER_MODIFIERS.has(cursor.kind) && (isIdentifier(kindAhead(cursor, 1)) || kindAhead(cursor, 1) === Mark["{"] || kindAhead(cursor, 1) === Mark["["])) {
    advance(cursor);
    found = true;
  }
  return found;
}

const PARAMETER_MODIFIERS = new Set<number>([Word.public, Word.private, Word.protected, Word.readonly, Word.override]);

