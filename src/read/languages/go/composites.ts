import type { Composite, CompositeEntry, Expression, TypeExpression } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, behind, enter, kindAt, leave, MAX_DEPTH, spanFrom, startOf } from "../../syntax/cursor.ts";
import { readStray } from "../../syntax/expressions.ts";
import { expressions, readOne } from "./expressions.ts";
import { typeOfExpression } from "./type-of-expression.ts";

/** The type of the literal whose `{` is at the cursor; undefined where the operand names no type, or where the `{` begins a block. */
export function mayOpenComposite(cursor: Cursor, operand: Expression): TypeExpression | undefined {
  if (operand.kind !== "name" && operand.kind !== "member" && operand.kind !== "index") return undefined;
  if (cursor.limit === cursor.header && !endsInHeader(cursor)) return undefined;
  return operand.kind === "member" && operand.object.kind !== "name" ? undefined : typeOfExpression(operand);
}

/** https://go.dev/ref/spec#Composite_literals */
export function readComposite(cursor: Cursor, type: TypeExpression | undefined, start: number): Composite {
  const opening = cursor.position;
  const limit = enter(cursor);
  const entries: CompositeEntry[] = [];
  cursor.depth++;
  while (cursor.kind !== Token.end) {
    if (accept(cursor, Mark[","]) || accept(cursor, Mark[";"])) continue;
    readEntry(cursor, type, entries);
  }
  cursor.depth--;
  leave(cursor, opening, limit);
  return { kind: "composite", span: spanFrom(cursor, start), form: formOf(type, entries), type, entries };
}

/** `if user == (User{}) {` needs its parentheses; without them the compiler fails, and a second `{` follows the literal. */
function endsInHeader(cursor: Cursor): boolean {
  const next = kindAt(cursor, behind(cursor, cursor.position));
  return next === Mark["{"] || next === Mark["."];
}

function readEntry(cursor: Cursor, type: TypeExpression | undefined, entries: CompositeEntry[]): void {
  const before = cursor.position;
  const first = readElement(cursor, type?.kind === "map" ? type.key : elementType(type));
  if (cursor.position === before) {
    for (const value of readStray(cursor, expressions)) entries.push({ name: undefined, key: undefined, value });
    return;
  }
  if (!accept(cursor, Mark[":"])) {
    entries.push({ name: undefined, key: undefined, value: first });
    return;
  }
  entries.push({ name: nameOfKey(first, type), key: first, value: readElement(cursor, elementType(type)) });
}

/** A value, or a literal that leaves out its type. */
function readElement(cursor: Cursor, type: TypeExpression | undefined): Expression {
  if (cursor.kind !== Mark["{"] || cursor.depth >= MAX_DEPTH) return readOne(cursor);
  return readComposite(cursor, type, startOf(cursor));
}

function elementType(type: TypeExpression | undefined): TypeExpression | undefined {
  if (type?.kind === "list") return type.element;
  return type?.kind === "map" ? type.value : undefined;
}

/** A name is a field's, but in a map's or list's literal it is a constant or variable. */
function nameOfKey(key: Expression, type: TypeExpression | undefined): string | undefined {
  if (key.kind === "name") return type?.kind === "map" || type?.kind === "list" ? undefined : key.name;
  if (key.kind === "literal") return key.raw;
  if (key.kind !== "text") return undefined;
  return key.parts.map((part) => (part.kind === "run" ? part.text : "")).join("");
}

function formOf(type: TypeExpression | undefined, entries: readonly CompositeEntry[]): Composite["form"] {
  if (type?.kind === "list") return "list";
  if (type?.kind === "map" || type?.kind === "record") return "record";
  return entries.length > 0 && entries.every((entry) => entry.key === undefined) ? "list" : "record";
}

