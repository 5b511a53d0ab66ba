import type { Expression } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { advance, enter, leave, tokenSpan, tokenText } from "../../syntax/cursor.ts";
import { readName, readOtherLiteral } from "../../syntax/expressions.ts";
import { readOne } from "./expressions.ts";
import { plainText, readTextLiteral } from "./text.ts";
import { Word } from "./words.ts";

/** Whether a token may be an identifier. */
export function isIdentifier(kind: number): boolean {
  return kind === Token.name || kind >= Word.abstract;
}

/** Whether a token may be a property's name behind a dot. */
export function isPropertyName(kind: number): boolean {
  return kind === Token.name || kind >= Word.break;
}

/** The name of a member of an object, class or type. `name` is undefined where it is computed. */
export interface MemberName {
  readonly name: string | undefined;
  readonly key: Expression;
}

/** A member's name at the cursor: identifier, word, string, number or `[expression]`; undefined where none stands. */
export function readMemberName(cursor: Cursor): MemberName | undefined {
  if (isPropertyName(cursor.kind)) {
    const key = readName(cursor);
    return { name: key.kind === "name" ? key.name : undefined, key };
  }
  if (cursor.kind === Token.text) {
    const key = readTextLiteral(cursor);
    return { name: plainText(key), key };
  }
  if (cursor.kind === Token.number) {
    const name = tokenText(cursor);
    return { name, key: readOtherLiteral(cursor) };
  }
  return cursor.kind === Mark["["] ? readComputedName(cursor) : undefined;
}

function readComputedName(cursor: Cursor): MemberName {
  const opening = cursor.position;
  const limit = enter(cursor);
  const key = cursor.kind === Token.end ? emptyKey(cursor) : readOne(cursor);
  leave(cursor, opening, limit);
  return { name: key.kind === "text" ? plainText(key) : undefined, key };
}

function emptyKey(cursor: Cursor): Expression {
  const span = tokenSpan(cursor);
  return { kind: "other", span, expressions: [] };
}

/** Moves over an identifier and gives its text; undefined where none stands. */
export function acceptIdentifier(cursor: Cursor): string | undefined {
  if (!isIdentifier(cursor.kind)) return undefined;
  const name = tokenText(cursor);
  advance(cursor);
  return name;
}
