import type { Expression } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { enter, leave, moveTo, startOf } from "../../syntax/cursor.ts";
import { otherExpression, readStray } from "../../syntax/expressions.ts";
import { readText } from "../../syntax/read-text.ts";
import { expressions, readSpread } from "./expressions.ts";

/** A JSX element as the expressions inside: attribute strings, and what stands in braces at any depth of elements. */
export function readMarkup(cursor: Cursor): Expression {
  const opening = cursor.position;
  const start = startOf(cursor);
  const limit = enter(cursor);
  const inside: Expression[] = [];
  while (cursor.kind !== Token.end) {
    if (cursor.kind === Mark["{"]) readHole(cursor, inside);
    else if (cursor.kind === Token.text) inside.push(readText(cursor, {}));
    else moveTo(cursor, cursor.position + 1);
  }
  leave(cursor, opening, limit);
  return otherExpression(cursor, start, inside);
}

function readHole(cursor: Cursor, inside: Expression[]): void {
  const opening = cursor.position;
  const limit = enter(cursor);
  while (cursor.kind !== Token.end) {
    const before = cursor.position;
    const expression = readSpread(cursor);
    if (cursor.position > before) inside.push(expression);
    else inside.push(...readStray(cursor, expressions));
  }
  leave(cursor, opening, limit);
}
