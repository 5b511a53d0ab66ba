import type { Expression, Field, FunctionNode } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, enter, kindAhead, leave, lineBeforeNext, moveTo, spanFrom, startOf, tokenText } from "../../syntax/cursor.ts";
import { readStray } from "../../syntax/expressions.ts";
import { fieldWith } from "../../syntax/fields.ts";
import type { Members } from "../../syntax/lazy-nodes.ts";
import { lazyFunction } from "../../syntax/lazy-nodes.ts";
import { readDecorators } from "./classes.ts";
import { expressions, readOne } from "./expressions.ts";
import { readSignature, skipBody } from "./functions.ts";
import { readMemberName } from "./names.ts";
import { isIndexSignature } from "./type-members.ts";
import { readType } from "./types.ts";
import { Word } from "./words.ts";

/** The members of a class between the braces at the cursor. A static block is a method without a name. */
export function readClassMembers(cursor: Cursor): Members {
  const fields: Field[] = [];
  const methods: FunctionNode[] = [];
  const opening = cursor.position;
  const limit = enter(cursor);
  while (cursor.kind !== Token.end) {
    if (accept(cursor, Mark[";"]) || accept(cursor, Mark[","])) continue;
    const before = cursor.position;
    readMember(cursor, fields, methods);
    if (cursor.position === before) for (const value of readStray(cursor, expressions)) fields.push(namelessField(value));
  }
  leave(cursor, opening, limit);
  return { fields, methods };
}

function readMember(cursor: Cursor, fields: Field[], methods: FunctionNode[]): void {
  const start = startOf(cursor);
  const decorators = readDecorators(cursor);
  const modifiers = readModifiers(cursor);
  if (cursor.kind === Word.static && kindAhead(cursor, 1) === Mark["{"]) {
    methods.push(readStaticBlock(cursor, start));
    return;
  }
  if (isIndexSignature(cursor)) {
    moveTo(cursor, cursor.tree.matches[cursor.position]! + 1);
    if (accept(cursor, Mark[":"])) readType(cursor);
    return;
  }
  const member = readMemberName(cursor);
  if (!member) {
    for (const decorator of decorators) fields.push(namelessField(decorator));
    return;
  }
  if (!accept(cursor, Mark["?"])) accept(cursor, Mark["!"]);
  const evaluated = withComputedName(member.key, decorators);
  if (cursor.kind === Mark["("] || cursor.kind === Mark["<"]) {
    methods.push(readSignature(cursor, { start, name: member.name, nameSpan: member.key.span, modifiers, decorators: evaluated }));
    return;
  }
  const type = accept(cursor, Mark[":"]) ? readType(cursor) : undefined;
  const value = accept(cursor, Mark["="]) ? readOne(cursor) : undefined;
  fields.push(fieldWith({ span: spanFrom(cursor, start), name: member.name ?? "", type, value, modifiers, decorators: evaluated }));
}

/** What computes a name is kept beside the decorators: it too is evaluated once, with the class. */
function withComputedName(key: Expression, decorators: readonly Expression[]): readonly Expression[] {
  return key.kind === "name" || key.kind === "literal" ? decorators : [...decorators, key];
}

function namelessField(value: Expression): Field {
  return fieldWith({ span: value.span, name: "", value });
}

/** Words and `*` before a member's name; none where such a word is itself the name. */
function readModifiers(cursor: Cursor): readonly string[] {
  const modifiers: string[] = [];
  while (MODIFIERS.has(cursor.kind) && !ENDS_NAME.has(kindAhead(cursor, 1)) && !(cursor.kind === Word.static && kindAhead(cursor, 1) === Mark["{"])) {
    if (lineBeforeNext(cursor) && !KEPT_OVER_LINES.has(cursor.kind)) break;
    modifiers.push(tokenText(cursor));
    advance(cursor);
  }
  if (accept(cursor, Mark["*"])) modifiers.push("generator");
  return modifiers;
}

/** Any other of these words at a line's end is a field's name. */
const KEPT_OVER_LINES = new Set<number>([Word.static, Word.get, Word.set]);

const MODIFIERS = new Set<number>([
  ...[Word.public, Word.private, Word.protected, Word.static, Word.readonly, Word.abstract, Word.override],
  ...[Word.async, Word.get, Word.set, Word.accessor, Word.declare],
]);

const ENDS_NAME = new Set<number>([Token.end, Mark["("], Mark["<"], Mark["="], Mark[";"], Mark[":"], Mark["?"], Mark["!"], Mark[","]]);

function readStaticBlock(cursor: Cursor, start: number): FunctionNode {
  advance(cursor);
  const readBody = skipBody(cursor);
  return lazyFunction(
    { span: spanFrom(cursor, start), name: undefined, nameSpan: undefined, receiver: undefined, parameters: [], results: [], modifiers: ["static"], decorators: [] },
    readBody,
  );
}
