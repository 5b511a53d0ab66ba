import type { TypeExpression, TypeParameter } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, behind, enter, kindAhead, kindAt, leave, MAX_DEPTH, skipGroup, spanFrom, startOf, tokenSpan, tokenText } from "../../syntax/cursor.ts";
import { readInterfaceMembers, readStructFields } from "./members.ts";
import { readParameters, readResults } from "./parameters.ts";
import { Word } from "./words.ts";

/** https://go.dev/ref/spec#Types. Stays where no type begins and gives `unknown`. */
export function readType(cursor: Cursor): TypeExpression {
  const start = startOf(cursor);
  if (cursor.depth >= MAX_DEPTH) return unknownType(cursor, start);
  cursor.depth++;
  const type = readTypeAt(cursor, start);
  cursor.depth--;
  return type;
}

/** A constraint or an interface's element: `~int | ~string`. */
export function readTypeUnion(cursor: Cursor): TypeExpression {
  const start = startOf(cursor);
  const members: TypeExpression[] = [];
  do {
    accept(cursor, Mark["~"]);
    members.push(readType(cursor));
  } while (accept(cursor, Mark["|"]));
  return members.length === 1 ? members[0]! : { kind: "union", span: spanFrom(cursor, start), members };
}

/** Types between commas up to the limit. */
export function readTypes(cursor: Cursor): readonly TypeExpression[] {
  const types: TypeExpression[] = [];
  while (cursor.kind !== Token.end) {
    if (accept(cursor, Mark[","])) continue;
    const before = cursor.position;
    types.push(readType(cursor));
    if (cursor.position === before) skipGroup(cursor);
  }
  return types;
}

/** `[K comparable, V any]` at the cursor; none where no bracket opens. */
export function readTypeParameters(cursor: Cursor): readonly TypeParameter[] {
  if (cursor.kind !== Mark["["]) return [];
  const opening = cursor.position;
  const limit = enter(cursor);
  const parameters: TypeParameter[] = [];
  let waiting: Omit<TypeParameter, "constraint">[] = [];
  while (cursor.kind !== Token.end) {
    if (cursor.kind !== Token.name) {
      skipGroup(cursor);
      continue;
    }
    waiting.push({ span: tokenSpan(cursor), name: tokenText(cursor) });
    advance(cursor);
    if (accept(cursor, Mark[","])) continue;
    const constraint = readTypeUnion(cursor);
    parameters.push(...waiting.map((each) => ({ ...each, constraint })));
    waiting = [];
    accept(cursor, Mark[","]);
  }
  leave(cursor, opening, limit);
  return parameters;
}

function unknownType(cursor: Cursor, start: number): TypeExpression {
  return { kind: "unknown", span: spanFrom(cursor, start) };
}

function readTypeAt(cursor: Cursor, start: number): TypeExpression {
  switch (cursor.kind) {
    case Token.name:
      return readNamedType(cursor, start);
    case Mark["*"]:
      advance(cursor);
      return readType(cursor);
    case Mark["("]:
      return readParenthesizedType(cursor);
    case Mark["["]:
      skipGroup(cursor);
      return { kind: "list", element: readType(cursor), span: spanFrom(cursor, start) };
    case Word.map:
      return readMapType(cursor, start);
    case Word.chan:
    case Mark["<-"]:
      return readChannelType(cursor, start);
    case Word.func:
      advance(cursor);
      return { kind: "function", parameters: readParameters(cursor), results: readResults(cursor).types, span: spanFrom(cursor, start) };
    case Word.struct:
      return readRecordType(cursor, start, readStructFields);
    case Word.interface:
      return readRecordType(cursor, start, readInterfaceMembers);
    default:
      return unknownType(cursor, start);
  }
}

function readNamedType(cursor: Cursor, start: number): TypeExpression {
  const path = [tokenText(cursor)];
  advance(cursor);
  while (cursor.kind === Mark["."] && kindAhead(cursor, 1) === Token.name) {
    advance(cursor);
    path.push(tokenText(cursor));
    advance(cursor);
  }
  return { kind: "named", path, arguments: readTypeArguments(cursor), span: spanFrom(cursor, start) };
}

/** `[K, V]` behind a type's name, but not the `[5]` or `[]` of another type behind a name. */
function readTypeArguments(cursor: Cursor): readonly TypeExpression[] {
  if (cursor.kind !== Mark["["]) return [];
  const first = kindAhead(cursor, 1);
  if (first === Mark["]"] || first === Token.number || first === Mark["..."]) return [];
  const opening = cursor.position;
  const limit = enter(cursor);
  const types = readTypes(cursor);
  leave(cursor, opening, limit);
  return types;
}

function readParenthesizedType(cursor: Cursor): TypeExpression {
  const opening = cursor.position;
  const limit = enter(cursor);
  const type = readTypeUnion(cursor);
  leave(cursor, opening, limit);
  return type;
}

function readMapType(cursor: Cursor, start: number): TypeExpression {
  advance(cursor);
  if (cursor.kind !== Mark["["]) return unknownType(cursor, start);
  const opening = cursor.position;
  const limit = enter(cursor);
  const key = readType(cursor);
  leave(cursor, opening, limit);
  return { kind: "map", key, value: readType(cursor), span: spanFrom(cursor, start) };
}

/** `chan T`, `<-chan T` and `chan<- T` read as a generic type `chan`. */
function readChannelType(cursor: Cursor, start: number): TypeExpression {
  accept(cursor, Mark["<-"]);
  accept(cursor, Word.chan);
  accept(cursor, Mark["<-"]);
  return { kind: "named", path: ["chan"], arguments: [readType(cursor)], span: spanFrom(cursor, start) };
}

function readRecordType(cursor: Cursor, start: number, readMembers: typeof readStructFields): TypeExpression {
  advance(cursor);
  if (cursor.kind !== Mark["{"]) return unknownType(cursor, start);
  const members = readMembers(cursor);
  return { kind: "record", ...members, span: spanFrom(cursor, start) };
}

/** Whether the bracket behind a declared type's name lists parameters (`[T any]`, `[K, V any]`) and is no length (`[N]`, `[2 * N]`). */
export function opensTypeParameters(cursor: Cursor): boolean {
  if (cursor.kind !== Mark["["] || kindAhead(cursor, 1) !== Token.name) return false;
  const second = kindAhead(cursor, 2);
  if (second === Mark["*"]) return kindAt(cursor, behind(cursor, cursor.position)) === Word.struct;
  return TYPE_STARTS.has(second);
}

const TYPE_STARTS = new Set<number>([
  ...[Token.name, Mark[","], Mark["~"], Mark["["], Mark["("], Mark["<-"]],
  ...[Word.interface, Word.map, Word.chan, Word.func, Word.struct],
]);
