import type { Span } from "../../model/place.ts";
import { Mark, Token } from "../lexer/token-kinds.ts";
import { LINE_BEFORE } from "../lexer/tokens.ts";
import type { TokenTree } from "../token-tree.ts";

/**
 * Where a reader stands in a token tree. `kind` is the kind of the token at `position`; at `limit` it is `Token.end`,
 * so that what is read inside a bracket never leaves it.
 */
export interface Cursor {
  readonly tree: TokenTree;
  readonly text: string;
  position: number;
  limit: number;
  kind: number;
  /** How deep expressions, statements and types are nested at the moment. */
  depth: number;
  /** While a statement's header is read, its limit: there a `{` outside of brackets begins the body, no literal. */
  header: number;
  /** While the first alternative of a conditional is read, its limit: there a `:` outside of brackets begins the second. */
  then: number;
  /** Where something was looked for in vain by reading ahead: it is not looked for again. */
  failures: Set<number> | undefined;
}

/** Beyond this nesting nothing is read: the reader's own call stack must not depend on the input. */
export const MAX_DEPTH = 300;

export function cursorAt(tree: TokenTree, position: number, limit: number, depth = 0): Cursor {
  return { tree, text: tree.text, position, limit, kind: position < limit ? tree.kinds[position]! : Token.end, depth, header: -1, then: -1, failures: undefined };
}

export function moveTo(cursor: Cursor, position: number): void {
  cursor.position = position;
  cursor.kind = position < cursor.limit ? cursor.tree.kinds[position]! : Token.end;
}

export function advance(cursor: Cursor): void {
  const position = ++cursor.position;
  cursor.kind = position < cursor.limit ? cursor.tree.kinds[position]! : Token.end;
}

/** Moves over a token of that kind; false where another stands. */
export function accept(cursor: Cursor, kind: number): boolean {
  if (cursor.kind !== kind) return false;
  advance(cursor);
  return true;
}

/** The kind of a token further on, `Token.end` beyond the limit. */
export function kindAhead(cursor: Cursor, distance: number): number {
  return kindAt(cursor, cursor.position + distance);
}

export function kindAt(cursor: Cursor, index: number): number {
  return index >= 0 && index < cursor.limit ? cursor.tree.kinds[index]! : Token.end;
}

/** Where the token at the cursor begins. */
export function startOf(cursor: Cursor): number {
  return cursor.tree.starts[cursor.position]!;
}

/** Where the token before the cursor ends. */
export function endBefore(cursor: Cursor): number {
  return cursor.position > 0 ? cursor.tree.ends[cursor.position - 1]! : 0;
}

export function spanFrom(cursor: Cursor, start: number): Span {
  const end = endBefore(cursor);
  return { start, end: end < start ? start : end };
}

export function tokenSpan(cursor: Cursor): Span {
  return { start: startOf(cursor), end: cursor.tree.ends[cursor.position]! };
}

export function tokenText(cursor: Cursor): string {
  return textAt(cursor, cursor.position);
}

export function textAt(cursor: Cursor, index: number): string {
  return cursor.text.slice(cursor.tree.starts[index], cursor.tree.ends[index]);
}

/** Whether a line ends before the token at the cursor. */
export function lineBefore(cursor: Cursor): boolean {
  return (cursor.tree.flags[cursor.position]! & LINE_BEFORE) !== 0;
}

/** Whether a line ends behind the token at the cursor. */
export function lineBeforeNext(cursor: Cursor): boolean {
  return (cursor.tree.flags[cursor.position + 1]! & LINE_BEFORE) !== 0;
}

/** Whether two tokens touch. */
export function touches(cursor: Cursor, index: number): boolean {
  return cursor.tree.ends[index] === cursor.tree.starts[index + 1];
}

/** Moves into the bracket at the cursor; gives the limit to go back to with `leave`. */
export function enter(cursor: Cursor): number {
  const { limit } = cursor;
  cursor.limit = Math.min(limit, cursor.tree.matches[cursor.position]!);
  advance(cursor);
  return limit;
}

/** Leaves the bracket that was opened at a token, behind its closing one if it has that. */
export function leave(cursor: Cursor, opening: number, limit: number): void {
  cursor.limit = limit;
  moveTo(cursor, behind(cursor, opening));
}

/** The token behind the bracket that opens at a token. */
export function behind(cursor: Cursor, opening: number): number {
  const { matches } = cursor.tree;
  const close = matches[opening]!;
  return Math.min(cursor.limit, matches[close] === opening && close > opening ? close + 1 : close);
}

/** The token behind the one at an index, or behind the whole bracket, text or element that it opens. */
export function behindGroup(cursor: Cursor, index: number): number {
  switch (kindAt(cursor, index)) {
    case Mark["("]:
    case Mark["["]:
    case Mark["{"]:
    case Token.markupStart:
      return behind(cursor, index);
    case Token.textHead:
    case Token.textMiddle: {
      let part = index;
      while (part < cursor.limit && isOpenPart(kindAt(cursor, part))) part = cursor.tree.matches[part]!;
      return Math.min(cursor.limit, kindAt(cursor, part) === Token.textTail ? part + 1 : part);
    }
    default:
      return index + 1;
  }
}

function isOpenPart(kind: number): boolean {
  return kind === Token.textHead || kind === Token.textMiddle;
}

/** Moves over the token at the cursor and all that it opens. */
export function skipGroup(cursor: Cursor): void {
  moveTo(cursor, behindGroup(cursor, cursor.position));
}
