import type { TypeExpression } from "../../../model/syntax.ts";
import { Mark } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, moveTo } from "../../syntax/cursor.ts";
import { readType } from "./types.ts";

/** `<A, B>` at the cursor; undefined, and back where it was, when that is no list of types. */
export function readTypeArguments(cursor: Cursor): readonly TypeExpression[] | undefined {
  const beginning = cursor.position;
  if (cursor.kind !== Mark["<"] || cursor.failures?.has(beginning)) return undefined;
  advance(cursor);
  const types: TypeExpression[] = [];
  do {
    const before = cursor.position;
    if (cursor.kind === Mark[">"]) break;
    types.push(readType(cursor));
    if (cursor.position === before) break;
  } while (accept(cursor, Mark[","]));
  if (accept(cursor, Mark[">"])) return types;
  (cursor.failures ??= new Set()).add(beginning);
  moveTo(cursor, beginning);
  return undefined;
}
