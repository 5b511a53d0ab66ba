import type { Field, FunctionNode } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, behind, enter, kindAhead, kindAt, leave, skipGroup, spanFrom, startOf, tokenText } from "../../syntax/cursor.ts";
import { fieldWith } from "../../syntax/fields.ts";
import { readSignature } from "./functions.ts";
import { readMemberName } from "./names.ts";
import { readType } from "./types.ts";
import { Word } from "./words.ts";

/** The members of an interface or object type between the braces at the cursor; call and construct signatures are methods without a name. */
export function readTypeMembers(cursor: Cursor): { readonly fields: readonly Field[]; readonly methods: readonly FunctionNode[] } {
  const fields: Field[] = [];
  const methods: FunctionNode[] = [];
  const opening = cursor.position;
  const limit = enter(cursor);
  while (cursor.kind !== Token.end) {
    if (accept(cursor, Mark[";"]) || accept(cursor, Mark[","])) continue;
    const before = cursor.position;
    readMember(cursor, fields, methods);
    if (cursor.position === before) skipGroup(cursor);
  }
  leave(cursor, opening, limit);
  return { fields, methods };
}

function readMember(cursor: Cursor, fields: Field[], methods: FunctionNode[]): void {
  const start = startOf(cursor);
  const modifiers = readModifiers(cursor);
  const opensSignature = cursor.kind === Mark["("] || cursor.kind === Mark["<"];
  if (opensSignature || (cursor.kind === Word.new && (kindAhead(cursor, 1) === Mark["("] || kindAhead(cursor, 1) === Mark["<"]))) {
    accept(cursor, Word.new);
    methods.push(readSignature(cursor, { start, name: undefined, nameSpan: undefined, modifiers, decorators: [] }));
    return;
  }
  if (isIndexSignature(cursor)) {
    skipGroup(cursor);
    if (accept(cursor, Mark[":"])) readType(cursor);
    return;
  }
  const member = readMemberName(cursor);
  if (!member) return;
  accept(cursor, Mark["?"]);
  if (cursor.kind === Mark["("] || cursor.kind === Mark["<"]) {
    methods.push(readSignature(cursor, { start, name: member.name, nameSpan: member.key.span, modifiers, decorators: [] }));
    return;
  }
  const type = accept(cursor, Mark[":"]) ? readType(cursor) : undefined;
  fields.push(fieldWith({ span: spanFrom(cursor, start), name: member.name ?? "", type, modifiers }));
}

/** `readonly`, `get` and `set` before a name. */
function readModifiers(cursor: Cursor): readonly string[] {
  const modifiers: string[] = [];
  while ((cursor.kind === Word.readonly || cursor.kind === Word.get || cursor.kind === Word.set) && !ENDS_NAME.has(kindAhead(cursor, 1))) {
    modifiers.push(tokenText(cursor));
    advance(cursor);
  }
  return modifiers;
}

const ENDS_NAME = new Set<number>([Token.end, Mark["("], Mark["<"], Mark[","], Mark[";"], Mark[":"], Mark["?"]]);

/** `[key: string]: T`, as against a computed name. */
export function isIndexSignature(cursor: Cursor): boolean {
  return cursor.kind === Mark["["] && kindAhead(cursor, 2) === Mark[":"] && kindAt(cursor, behind(cursor, cursor.position)) === Mark[":"];
}
