import type { Expression, Pattern, PatternPart } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, enter, leave, MAX_DEPTH, skipGroup, spanFrom, startOf, tokenSpan, tokenText } from "../../syntax/cursor.ts";
import { readOne } from "./expressions.ts";
import { isIdentifier, readMemberName } from "./names.ts";
import { Word } from "./words.ts";

/** `name`, `{ a, b: c = 1, ...rest }` or `[a, , b]`; a nameless pattern where none begins. https://tc39.es/ecma262/#sec-destructuring-binding-patterns */
export function readPattern(cursor: Cursor): Pattern {
  if (cursor.kind === Mark["{"] || cursor.kind === Mark["["]) return readParts(cursor);
  if (!isIdentifier(cursor.kind) && cursor.kind !== Word.this) return { kind: "name", span: { start: startOf(cursor), end: startOf(cursor) }, name: "" };
  const pattern: Pattern = { kind: "name", span: tokenSpan(cursor), name: tokenText(cursor) };
  advance(cursor);
  return pattern;
}

/** The names that a pattern binds. Patterns are nested no deeper than the reader reads. */
export function namesIn(pattern: Pattern): readonly string[] {
  if (pattern.kind === "name") return pattern.name === "" ? [] : [pattern.name];
  return pattern.parts.flatMap((part) => namesIn(part.pattern));
}

function readParts(cursor: Cursor): Pattern {
  const start = startOf(cursor);
  if (cursor.depth >= MAX_DEPTH) {
    skipGroup(cursor);
    return { kind: "parts", span: spanFrom(cursor, start), parts: [] };
  }
  cursor.depth++;
  const isList = cursor.kind === Mark["["];
  const opening = cursor.position;
  const limit = enter(cursor);
  const parts: PatternPart[] = [];
  for (let index = 0; cursor.kind !== Token.end; index++) {
    const before = cursor.position;
    if (cursor.kind !== Mark[","]) parts.push(isList ? readElement(cursor, index) : readProperty(cursor));
    if (!accept(cursor, Mark[","]) && cursor.position === before) skipGroup(cursor);
  }
  leave(cursor, opening, limit);
  cursor.depth--;
  return { kind: "parts", span: spanFrom(cursor, start), parts };
}

function readElement(cursor: Cursor, index: number): PatternPart {
  const rest = accept(cursor, Mark["..."]);
  return { property: index, rest, pattern: readWithDefault(cursor) };
}

function readProperty(cursor: Cursor): PatternPart {
  if (accept(cursor, Mark["..."])) return { property: undefined, rest: true, pattern: readPattern(cursor) };
  const span = tokenSpan(cursor);
  const member = readMemberName(cursor);
  if (accept(cursor, Mark[":"])) return { property: member?.name, rest: false, pattern: readWithDefault(cursor) };
  const pattern: Pattern = { kind: "name", span, name: member?.name ?? "" };
  return { property: member?.name, rest: false, pattern: addDefault(pattern, readDefault(cursor)) };
}

function readWithDefault(cursor: Cursor): Pattern {
  const pattern = readPattern(cursor);
  return addDefault(pattern, readDefault(cursor));
}

function readDefault(cursor: Cursor): Expression | undefined {
  return accept(cursor, Mark["="]) ? readOne(cursor) : undefined;
}

function addDefault(pattern: Pattern, value: Expression | undefined): Pattern {
  return value ? { ...pattern, default: value } : pattern;
}
