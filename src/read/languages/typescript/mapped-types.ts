import type { TypeExpression } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, enter, kindAt, leave, moveTo, skipGroup, spanFrom } from "../../syntax/cursor.ts";
import { isIdentifier } from "./names.ts";
import { readType } from "./types.ts";
import { Word } from "./words.ts";

/** `{ readonly [K in Keys]?: T }` as a map; undefined where the braces hold members. */
export function readMappedType(cursor: Cursor, start: number): TypeExpression | undefined {
  if (!isMapped(cursor)) return undefined;
  const opening = cursor.position;
  const limit = enter(cursor);
  while (cursor.kind !== Mark["["]) advance(cursor);
  const key = readKeys(cursor);
  while (cursor.kind !== Mark[":"] && cursor.kind !== Token.end) skipGroup(cursor);
  const value: TypeExpression = accept(cursor, Mark[":"]) ? readType(cursor) : { kind: "unknown", span: { start, end: start } };
  leave(cursor, opening, limit);
  return { kind: "map", key, value, span: spanFrom(cursor, start) };
}

/** Whether `[K in` stands in the braces, perhaps behind `readonly`, `+readonly` or `-readonly`. */
function isMapped(cursor: Cursor): boolean {
  let index = cursor.position + 1;
  if (kindAt(cursor, index) === Mark["+"] || kindAt(cursor, index) === Mark["-"]) index++;
  if (kindAt(cursor, index) === Word.readonly) index++;
  return kindAt(cursor, index) === Mark["["] && isIdentifier(kindAt(cursor, index + 1)) && kindAt(cursor, index + 2) === Word.in;
}

function readKeys(cursor: Cursor): TypeExpression {
  const opening = cursor.position;
  const limit = enter(cursor);
  moveTo(cursor, cursor.position + 2);
  const key = readType(cursor);
  if (accept(cursor, Word.as)) readType(cursor);
  leave(cursor, opening, limit);
  return key;
}

