import type { Block, Expression, FunctionNode, Parameter } from "../../../model/syntax.ts";
import { Mark } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, behind, behindGroup, kindAhead, kindAt, lineBeforeNext, moveTo, spanFrom, startOf, tokenSpan, tokenText } from "../../syntax/cursor.ts";
import { readExpression } from "../../syntax/expressions.ts";
import { lazyFunction } from "../../syntax/lazy-nodes.ts";
import { ASSIGNMENT_POWER } from "../../syntax/operators.ts";
import { expressions } from "./expressions.ts";
import { readParameters, readResult, skipBody } from "./functions.ts";
import { isIdentifier } from "./names.ts";
import { readTypeParameters } from "./type-parameters.ts";
import { readReturnType } from "./types.ts";
import { Word } from "./words.ts";

/** `x => …`, `(x): T => …`, `async <T,>(x) => …`; undefined where no arrow function begins. */
export function readArrowFunction(cursor: Cursor): Expression | undefined {
  const beginning = cursor.position;
  const start = startOf(cursor);
  const modifiers = cursor.kind === Word.async && beginsAfterAsync(cursor) ? ["async"] : [];
  const heading = modifiers.length > 0 ? beginning + 1 : beginning;
  const kind = kindAt(cursor, heading);
  if (isIdentifier(kind) && kindAt(cursor, heading + 1) === Mark["=>"]) {
    moveTo(cursor, heading);
    const parameter = readSingleParameter(cursor);
    return readArrowBody(cursor, start, { modifiers, typeParameters: [], parameters: [parameter], results: [] });
  }
  if (kind === Mark["("] && !isArrowList(cursor, heading)) return undefined;
  if (kind !== Mark["("] && kind !== Mark["<"]) return undefined;
  moveTo(cursor, heading);
  const typeParameters = kind === Mark["<"] ? readTypeParameters(cursor) : [];
  if (typeParameters === undefined || cursor.kind !== Mark["("] || !isArrowList(cursor, cursor.position)) {
    moveTo(cursor, beginning);
    return undefined;
  }
  const parameters = readParameters(cursor);
  const results = readResult(cursor);
  return readArrowBody(cursor, start, { modifiers, typeParameters, parameters, results });
}

function beginsAfterAsync(cursor: Cursor): boolean {
  const next = kindAhead(cursor, 1);
  const arrow = next === Mark["("] || next === Mark["<"] || (isIdentifier(next) && kindAhead(cursor, 2) === Mark["=>"]);
  return arrow && !lineBeforeNext(cursor);
}

function readSingleParameter(cursor: Cursor): Parameter {
  const span = tokenSpan(cursor);
  const name = tokenText(cursor);
  advance(cursor);
  return { span, pattern: { kind: "name", span, name }, type: undefined, rest: false, declaresField: false };
}

/** Whether the bracket at an index lists the parameters of an arrow function. */
function isArrowList(cursor: Cursor, opening: number): boolean {
  const after = behind(cursor, opening);
  const next = kindAt(cursor, after);
  if (next === Mark["=>"]) return true;
  if (next !== Mark[":"] || !mayBeginParameters(kindAt(cursor, opening + 1))) return false;
  const arrow = arrowBehindType(cursor, after + 1);
  return arrow > 0 && (cursor.then !== cursor.limit || colonFollows(cursor, arrow + 1));
}

function mayBeginParameters(kind: number): boolean {
  return isIdentifier(kind) || kind === Word.this || [Mark[")"], Mark["{"], Mark["["], Mark["..."], Mark["@"]].includes(kind);
}

/** Where `=>` stands behind the return type at an index, or 0. */
function arrowBehindType(cursor: Cursor, index: number): number {
  const beginning = cursor.position;
  moveTo(cursor, index);
  readReturnType(cursor);
  const arrow = cursor.kind === Mark["=>"] ? cursor.position : 0;
  moveTo(cursor, beginning);
  return arrow;
}

/** In `a ? (b): c => d : e` an arrow function must leave a `:` for the conditional, else `c => d` is the second alternative. */
function colonFollows(cursor: Cursor, body: number): boolean {
  let conditionals = 0;
  for (let index = body; index < cursor.limit; index = behindGroup(cursor, index)) {
    const kind = kindAt(cursor, index);
    if (kind === Mark["?"]) conditionals++;
    if (kind === Mark[":"] && conditionals-- === 0) return true;
    if (kind === Mark[","] || kind === Mark[";"]) return false;
  }
  return false;
}

type Heading = Required<Pick<FunctionNode, "modifiers" | "typeParameters" | "parameters" | "results">>;

const noHeading: Heading = { modifiers: [], typeParameters: [], parameters: [], results: [] };

/** The arrow at the cursor and what follows it; without a heading where damage left none. */
export function readArrowBody(cursor: Cursor, start: number, { modifiers, typeParameters, parameters, results } = noHeading): FunctionNode {
  accept(cursor, Mark["=>"]);
  const readBody = cursor.kind === Mark["{"] ? skipBody(cursor) : readResultBody(cursor);
  const span = spanFrom(cursor, start);
  return lazyFunction({ span, name: undefined, nameSpan: undefined, receiver: undefined, parameters, results, typeParameters, modifiers: [...modifiers, "arrow"], decorators: [] }, readBody);
}

/** A body that is an expression reads as a block that returns it. */
function readResultBody(cursor: Cursor): () => Block {
  const start = startOf(cursor);
  const value = readExpression(cursor, expressions, ASSIGNMENT_POWER - 1);
  const span = spanFrom(cursor, start);
  const body: Block = { kind: "block", span, statements: [{ kind: "return", span, values: [value] }] };
  return () => body;
}

