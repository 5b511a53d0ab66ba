import type { CompositeEntry, Expression } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, behind, enter, kindAhead, kindAt, leave, moveTo, spanFrom, startOf, tokenText } from "../../syntax/cursor.ts";
import { readStray } from "../../syntax/expressions.ts";
import { expressions, readOne, readSpread } from "./expressions.ts";
import { readSignature } from "./functions.ts";
import type { MemberName } from "./names.ts";
import { readMemberName } from "./names.ts";
import { Word } from "./words.ts";

/** https://tc39.es/ecma262/#sec-object-initializer */
export function readObject(cursor: Cursor): Expression {
  const opening = cursor.position;
  const start = startOf(cursor);
  const limit = enter(cursor);
  const entries: CompositeEntry[] = [];
  while (cursor.kind !== Token.end) {
    if (accept(cursor, Mark[","]) || accept(cursor, Mark[";"])) continue;
    const before = cursor.position;
    const entry = readEntry(cursor);
    if (entry) entries.push(entry);
    if (cursor.position > before) continue;
    for (const value of readStray(cursor, expressions)) entries.push({ name: undefined, key: undefined, value });
  }
  leave(cursor, opening, limit);
  return { kind: "composite", span: spanFrom(cursor, start), form: "record", type: undefined, entries };
}

function readEntry(cursor: Cursor): CompositeEntry | undefined {
  if (cursor.kind === Mark["..."]) return { name: undefined, key: undefined, value: readSpread(cursor) };
  const beginning = cursor.position;
  const start = startOf(cursor);
  const modifiers = readMethodModifiers(cursor);
  const member = readMemberName(cursor);
  if (!member) return undefined;
  const { name, key } = member;
  if (cursor.kind === Mark["("] && !hasMethodBody(cursor)) {
    moveTo(cursor, beginning);
    return { name: undefined, key: undefined, value: readOne(cursor) };
  }
  if (cursor.kind === Mark["("] || cursor.kind === Mark["<"]) return { name, key, value: readMethod(cursor, member, modifiers, start) };
  if (accept(cursor, Mark[":"])) return { name, key, value: readOne(cursor) };
  if (accept(cursor, Mark["="])) {
    const value = readOne(cursor);
    return { name, key, value: { kind: "assignment", span: spanFrom(cursor, start), operator: "=", targets: [key], values: [value] } };
  }
  return { name, key, value: key };
}

/** `async`, `*`, `get` and `set` before a method's name; none where such a word is itself the name. */
function readMethodModifiers(cursor: Cursor): readonly string[] {
  const modifiers: string[] = [];
  while (cursor.kind === Word.async || cursor.kind === Word.get || cursor.kind === Word.set) {
    if (ENDS_NAME.has(kindAhead(cursor, 1))) break;
    modifiers.push(tokenText(cursor));
    advance(cursor);
  }
  if (accept(cursor, Mark["*"])) modifiers.push("generator");
  return modifiers;
}

/** What looks like a method without a body is a call, in a block that damage made look like an object. */
function hasMethodBody(cursor: Cursor): boolean {
  const next = kindAt(cursor, behind(cursor, cursor.position));
  return next === Mark["{"] || next === Mark[":"];
}

const ENDS_NAME = new Set<number>([Token.end, Mark["("], Mark["<"], Mark[","], Mark[":"], Mark["="], Mark["}"]]);

function readMethod(cursor: Cursor, { name, key }: MemberName, modifiers: readonly string[], start: number): Expression {
  return readSignature(cursor, { start, name, nameSpan: key.span, modifiers, decorators: [] });
}
