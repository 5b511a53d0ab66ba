import type { TypeParameter } from "../../../model/syntax.ts";
import { Mark } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, kindAhead, moveTo, tokenSpan, tokenText } from "../../syntax/cursor.ts";
import { isIdentifier } from "./names.ts";
import { readType } from "./types.ts";
import { Word } from "./words.ts";

/** `<T, K extends keyof T = "id">` at the cursor; undefined, and back where it was, when that is none. */
export function readTypeParameters(cursor: Cursor): readonly TypeParameter[] | undefined {
  const beginning = cursor.position;
  if (!accept(cursor, Mark["<"])) return undefined;
  const parameters: TypeParameter[] = [];
  while (cursor.kind !== Mark[">"]) {
    skipModifiers(cursor);
    if (!isIdentifier(cursor.kind)) break;
    const span = tokenSpan(cursor);
    const name = tokenText(cursor);
    advance(cursor);
    const constraint = accept(cursor, Word.extends) ? readType(cursor) : undefined;
    if (accept(cursor, Mark["="])) readType(cursor);
    parameters.push({ span, name, constraint });
    if (!accept(cursor, Mark[","])) break;
  }
  if (accept(cursor, Mark[">"])) return parameters;
  moveTo(cursor, beginning);
  return undefined;
}

/** `const`, `in` and `out` before a name. */
function skipModifiers(cursor: Cursor): void {
  while ((cursor.kind === Word.const || cursor.kind === Word.in || cursor.kind === Word.out) && isIdentifier(kindAhead(cursor, 1))) advance(cursor);
}
