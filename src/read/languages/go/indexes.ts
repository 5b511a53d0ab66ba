import type { Expression, TypeExpression } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, behindGroup, enter, kindAt, leave, spanFrom } from "../../syntax/cursor.ts";
import { readStray } from "../../syntax/expressions.ts";
import { expressions, readOne } from "./expressions.ts";
import { typeOfExpression } from "./type-of-expression.ts";
import { readTypes } from "./types.ts";

/** `x[i]`, `x[low:high]`, `f[T]`, `Pair[K, V]`. */
export function readIndex(cursor: Cursor, object: Expression, start: number): Expression {
  const opening = cursor.position;
  const separator = separatorIn(cursor);
  const limit = enter(cursor);
  if (separator === Mark[","]) {
    const types = readTypes(cursor);
    leave(cursor, opening, limit);
    return instantiation({ kind: "index", span: spanFrom(cursor, start), object, index: undefined }, types);
  }
  const bounds: Expression[] = [];
  while (cursor.kind !== Token.end) {
    if (accept(cursor, Mark[":"])) continue;
    const before = cursor.position;
    const bound = readOne(cursor);
    if (cursor.position > before) bounds.push(bound);
    else bounds.push(...readStray(cursor, expressions));
  }
  leave(cursor, opening, limit);
  const span = spanFrom(cursor, start);
  if (separator === Token.end && bounds.length <= 1) return { kind: "index", span, object, index: bounds[0] };
  return { kind: "index", span, object, index: undefined, ...(bounds.some(holdsMore) ? { bounds } : {}) };
}

/** What generic is instantiated with which types, where that can be told: `f[int]`, `f[User]`, `f[K, V]`, but not `handlers[name]`. */
export function typeArgumentsOf(operand: Expression): { readonly object: Expression; readonly types: readonly TypeExpression[] } | undefined {
  if (operand.kind !== "index") return undefined;
  const several = instantiations.get(operand);
  if (several) return { object: operand.object, types: several };
  const type = operand.index && isTypeName(operand.index) ? typeOfExpression(operand.index) : undefined;
  return type && { object: operand.object, types: [type] };
}

/** The type arguments of indexes that list several. */
const instantiations = new WeakMap<Expression, readonly TypeExpression[]>();

function instantiation(index: Expression, types: readonly TypeExpression[]): Expression {
  instantiations.set(index, types);
  return index;
}

/** The `,` or `:` directly inside the bracket at the cursor. */
function separatorIn(cursor: Cursor): number {
  const close = cursor.tree.matches[cursor.position]!;
  for (let index = cursor.position + 1; index < close; index = behindGroup(cursor, index)) {
    const kind = kindAt(cursor, index);
    if (kind === Mark[","] || kind === Mark[":"]) return kind;
  }
  return Token.end;
}

function holdsMore(bound: Expression): boolean {
  return bound.kind !== "name" && bound.kind !== "literal";
}

const BUILTIN_TYPES = new Set(
  "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr".split(" "),
);

/** By Go's custom a type that others instantiate with is exported or built in; a variable that indexes seldom begins with a capital. */
function isTypeName(index: Expression): boolean {
  switch (index.kind) {
    case "name":
      return BUILTIN_TYPES.has(index.name) || /^\p{Lu}/u.test(index.name);
    case "member":
      return index.object.kind === "name" && /^\p{Lu}/u.test(index.name);
    case "other":
      return index.type !== undefined;
    case "unary":
      return index.operator === "*" && isTypeName(index.operand);
    case "index":
      return typeArgumentsOf(index) !== undefined;
    default:
      return false;
  }
}
