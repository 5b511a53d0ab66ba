import type { TypeExpression } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, behind, behindGroup, enter, kindAhead, kindAt, leave, lineBefore, lineBeforeNext, MAX_DEPTH, moveTo, skipGroup, spanFrom, startOf } from "../../syntax/cursor.ts";
import { readParameters } from "./functions.ts";
import { readMappedType } from "./mapped-types.ts";
import { isIdentifier } from "./names.ts";
import { plainText, readTextLiteral } from "./text.ts";
import { listType, readNamedType, readTypeQuery } from "./named-types.ts";
import { readTypeMembers } from "./type-members.ts";
import { readTypeParameters } from "./type-parameters.ts";
import { Word } from "./words.ts";

/** https://www.typescriptlang.org/docs/handbook/2/types-from-types.html. Stays where no type begins and gives `unknown`. */
export function readType(cursor: Cursor): TypeExpression {
  const start = startOf(cursor);
  if (cursor.depth >= MAX_DEPTH) return unknownType(cursor, start);
  cursor.depth++;
  const type = beginsFunctionType(cursor) ? readFunctionType(cursor, start) : readConditionalType(cursor, start);
  cursor.depth--;
  return type;
}

/** A result's type: also `pet is Cat` and `asserts pet is Cat`. */
export function readReturnType(cursor: Cursor): TypeExpression {
  const start = startOf(cursor);
  if (cursor.kind === Word.asserts && (isIdentifier(kindAhead(cursor, 1)) || kindAhead(cursor, 1) === Word.this) && kindAhead(cursor, 1) !== Word.is) advance(cursor);
  if ((isIdentifier(cursor.kind) || cursor.kind === Word.this) && kindAhead(cursor, 1) === Word.is) {
    moveTo(cursor, cursor.position + 2);
    readType(cursor);
    return unknownType(cursor, start);
  }
  return readType(cursor);
}

export function unknownType(cursor: Cursor, start: number): TypeExpression {
  return { kind: "unknown", span: spanFrom(cursor, start) };
}

/** `A extends B ? C : D` is one of C and D. */
function readConditionalType(cursor: Cursor, start: number): TypeExpression {
  const type = readUnionType(cursor, false);
  if (cursor.kind !== Word.extends || lineBefore(cursor)) return type;
  advance(cursor);
  if (beginsFunctionType(cursor)) readFunctionType(cursor, startOf(cursor));
  else readUnionType(cursor, true);
  accept(cursor, Mark["?"]);
  const then = readType(cursor);
  accept(cursor, Mark[":"]);
  const otherwise = readType(cursor);
  return unionOf([then, otherwise], cursor, start);
}

/** Unions and intersections: both are the list of their members. `tested` behind the `extends` of a conditional type. */
function readUnionType(cursor: Cursor, tested: boolean): TypeExpression {
  const start = startOf(cursor);
  const members: TypeExpression[] = [];
  do {
    if (cursor.kind === Mark["|"] || cursor.kind === Mark["&"]) advance(cursor);
    members.push(members.length > 0 && beginsFunctionType(cursor) ? readFunctionType(cursor, startOf(cursor)) : readPostfixType(cursor, tested));
  } while (cursor.kind === Mark["|"] || cursor.kind === Mark["&"]);
  return members.length === 1 ? members[0]! : unionOf(members, cursor, start);
}

/** `T | null` and `T | undefined` read as `T`. */
function unionOf(members: readonly TypeExpression[], cursor: Cursor, start: number): TypeExpression {
  const known = members.filter((member) => !isNothing(member, cursor));
  if (known.length === 1) return known[0]!;
  return { kind: "union", span: spanFrom(cursor, start), members: known };
}

function isNothing(type: TypeExpression, { text }: Cursor): boolean {
  if (type.kind === "unknown") return text.slice(type.span.start, type.span.end) === "null";
  return type.kind === "named" && type.path.length === 1 && type.path[0] === "undefined";
}

/** `T[]`, `T[K]`, `T!`. */
function readPostfixType(cursor: Cursor, tested: boolean): TypeExpression {
  const start = startOf(cursor);
  let type = readPrefixedType(cursor, start, tested);
  while (!lineBefore(cursor) && (cursor.kind === Mark["["] || cursor.kind === Mark["!"])) {
    if (accept(cursor, Mark["!"])) continue;
    const opening = cursor.position;
    if (kindAt(cursor, opening + 1) === Mark["]"]) {
      skipGroup(cursor);
      type = listType(type, spanFrom(cursor, start));
      continue;
    }
    advance(cursor);
    const index = readType(cursor);
    moveTo(cursor, behind(cursor, opening));
    type = { kind: "named", span: spanFrom(cursor, start), path: ["[]"], arguments: [type, index] };
  }
  return type;
}

function readPrefixedType(cursor: Cursor, start: number, tested: boolean): TypeExpression {
  const isPrefix = PREFIXES.has(cursor.kind) && beginsType(kindAhead(cursor, 1)) && !lineBeforeNext(cursor);
  if (!isPrefix) return readTypeOperand(cursor, start);
  if (cursor.depth >= MAX_DEPTH) return unknownType(cursor, start);
  const { kind } = cursor;
  cursor.depth++;
  advance(cursor);
  const type = kind === Word.infer ? readInferredType(cursor, start, tested) : readPostfixType(cursor, tested);
  cursor.depth--;
  return kind === Word.readonly ? type : unknownType(cursor, start);
}

const PREFIXES = new Set<number>([Word.readonly, Word.keyof, Word.unique, Word.infer]);

/** `infer T extends U`: the constraint is one in a conditional type's test; elsewhere a `?` behind it makes it the test itself. */
function readInferredType(cursor: Cursor, start: number, tested: boolean): TypeExpression {
  advance(cursor);
  const beginning = cursor.position;
  if (accept(cursor, Word.extends)) {
    readUnionType(cursor, tested);
    if (!tested && cursor.kind === Mark["?"]) moveTo(cursor, beginning);
  }
  return unknownType(cursor, start);
}

function beginsType(kind: number): boolean {
  return isIdentifier(kind) || TYPE_STARTS.has(kind);
}

const TYPE_STARTS = new Set<number>([
  ...[Mark["("], Mark["["], Mark["{"], Mark["<"], Token.text, Token.textHead, Token.number],
  ...[Word.typeof, Word.import, Word.new, Word.this, Word.void, Word.null, Word.true, Word.false],
]);

function readTypeOperand(cursor: Cursor, start: number): TypeExpression {
  switch (cursor.kind) {
    case Mark["("]:
      return readParenthesizedType(cursor);
    case Mark["["]:
      return readTupleType(cursor, start);
    case Mark["{"]:
      return readMappedType(cursor, start) ?? { kind: "record", ...readTypeMembers(cursor), span: spanFrom(cursor, start) };
    case Token.text:
      return { kind: "literal", text: plainText(readTextLiteral(cursor)), span: spanFrom(cursor, start) };
    case Word.typeof:
      return readTypeQuery(cursor, start);
    case Word.import:
      return readTypeQuery(cursor, start);
    case Mark["-"]:
      advance(cursor);
      return skipLiteralType(cursor, start);
    case Token.textHead:
    case Token.number:
    case Word.null:
    case Word.true:
    case Word.false:
    case Word.void:
    case Word.this:
      return skipLiteralType(cursor, start);
    default:
      return isIdentifier(cursor.kind) ? readNamedType(cursor, start) : unknownType(cursor, start);
  }
}

function skipLiteralType(cursor: Cursor, start: number): TypeExpression {
  skipGroup(cursor);
  return unknownType(cursor, start);
}

function readParenthesizedType(cursor: Cursor): TypeExpression {
  const opening = cursor.position;
  const limit = enter(cursor);
  const type = readType(cursor);
  leave(cursor, opening, limit);
  return type;
}

/** `[name: string, age?: number, ...rest: T[]]` is a list of what stands in it. */
function readTupleType(cursor: Cursor, start: number): TypeExpression {
  const opening = cursor.position;
  const limit = enter(cursor);
  const members: TypeExpression[] = [];
  while (cursor.kind !== Token.end) {
    const before = cursor.position;
    accept(cursor, Mark["..."]);
    const second = kindAhead(cursor, 1);
    if (isIdentifier(cursor.kind) && (second === Mark[":"] || (second === Mark["?"] && kindAhead(cursor, 2) === Mark[":"]))) {
      moveTo(cursor, cursor.position + (second === Mark[":"] ? 2 : 3));
    }
    members.push(readType(cursor));
    accept(cursor, Mark["?"]);
    if (!accept(cursor, Mark[","]) && cursor.position === before) skipGroup(cursor);
  }
  leave(cursor, opening, limit);
  const span = spanFrom(cursor, start);
  return listType(members.length === 1 ? members[0]! : { kind: "union", span, members }, span);
}

/** `(…) => T`, `<T>(…) => T`, `new (…) => T`, `abstract new (…) => T`. */
function beginsFunctionType(cursor: Cursor): boolean {
  const { kind } = cursor;
  if (kind === Mark["<"] || kind === Word.new) return true;
  if (kind === Word.abstract) return kindAhead(cursor, 1) === Word.new;
  return kind === Mark["("] && kindAt(cursor, behind(cursor, cursor.position)) === Mark["=>"] && listsParameters(cursor);
}

/** In `(pets: Pet[]): (() => void) => …` the second bracket holds a type, and its arrow belongs to the function before it. */
function listsParameters(cursor: Cursor): boolean {
  const first = kindAhead(cursor, 1);
  if (first === Mark[")"] || first === Mark["..."]) return true;
  const isName = isIdentifier(first) || first === Word.this;
  if (!isName && first !== Mark["{"] && first !== Mark["["]) return false;
  const next = kindAt(cursor, behindGroup(cursor, cursor.position + 1));
  return next === Mark[":"] || next === Mark[","] || next === Mark["?"] || next === Mark["="] || next === Mark[")"];
}

function readFunctionType(cursor: Cursor, start: number): TypeExpression {
  accept(cursor, Word.abstract);
  accept(cursor, Word.new);
  if (cursor.kind === Mark["<"]) readTypeParameters(cursor);
  const parameters = readParameters(cursor);
  const results = accept(cursor, Mark["=>"]) ? [readReturnType(cursor)] : [];
  return { kind: "function", parameters, results, span: spanFrom(cursor, start) };
}
