import { Mark, Token } from "./lexer/token-kinds.ts";
import type { Tokens } from "./lexer/tokens.ts";
import { LINE_BEFORE } from "./lexer/tokens.ts";

/**
 * Tokens with their brackets matched. `matches[opening]` is the token at which the bracket ends: its closing bracket, or, where
 * that is missing, the first token that stands no longer inside. `matches[closing]` is the opening; a closing bracket without one is a `stray` token.
 * The parts of a text with holes and the ends of a JSX element are brackets too; a middle part closes one hole and opens the next.
 */
export interface TokenTree extends Tokens {
  readonly matches: Int32Array;
  /** Brackets that are missing their counterparts. */
  readonly unmatched: readonly number[];
}

/** Whether the token at a line's beginning begins a declaration that stands in no expression. */
export type IsDeclaration = (tokens: Tokens, index: number) => boolean;

/** Matches the brackets of a file; where they do not match, indentation and `isDeclaration` tell where something must have ended. */
export function buildTokenTree(tokens: Tokens, isDeclaration: IsDeclaration): TokenTree {
  const matches = new Int32Array(tokens.count + 1);
  if (matchSound(tokens, matches)) return { ...tokens, matches, unmatched: [] };
  return { ...tokens, matches, unmatched: matchDamaged(tokens, matches.fill(0), isDeclaration) };
}

function matchSound({ kinds, count }: Tokens, matches: Int32Array): boolean {
  const open: number[] = [];
  for (let index = 0; index < count; index++) {
    const kind = kinds[index]!;
    const closes = CLOSED_BY[kind]!;
    if (closes !== 0) {
      const opening = open.pop();
      if (opening === undefined || !pairs(kinds[opening]!, closes)) return false;
      matches[index] = opening;
      matches[opening] = index;
    }
    if (OPENS[kind] === 1) open.push(index);
  }
  return open.length === 0;
}

/** Kinds that open a bracket. A middle part closes one hole and opens the next. */
const OPENS = new Uint8Array(256);
for (const kind of [Mark["("], Mark["["], Mark["{"], Token.textHead, Token.textMiddle, Token.markupStart]) OPENS[kind] = 1;

/** The kind of opening that a kind closes, 0 for none. */
const CLOSED_BY = new Uint8Array(256);
CLOSED_BY[Mark[")"]] = Mark["("];
CLOSED_BY[Mark["]"]] = Mark["["];
CLOSED_BY[Mark["}"]] = Mark["{"];
CLOSED_BY[Token.textMiddle] = Token.textHead;
CLOSED_BY[Token.textTail] = Token.textHead;
CLOSED_BY[Token.markupEnd] = Token.markupStart;

function pairs(opening: number, closes: number): boolean {
  return opening === closes || (closes === Token.textHead && opening === Token.textMiddle);
}

/** How much a closing bracket of that opening may close with it: literals and braces outlast parentheses. */
function strength(opening: number): number {
  if (opening === Token.textHead || opening === Token.textMiddle || opening === Token.markupStart) return 3;
  return opening === Mark["{"] ? 2 : 1;
}

function matchDamaged(tokens: Tokens, matches: Int32Array, isDeclaration: IsDeclaration): readonly number[] {
  const { kinds, count } = tokens;
  const indents = lineIndents(tokens);
  const unmatched: number[] = [];
  const open: number[] = [];
  const closeFrom = (depth: number, at: number) => {
    for (const opening of open.splice(depth)) {
      matches[opening] = at;
      unmatched.push(opening);
    }
  };
  for (let index = 0; index < count; index++) {
    if (open.length > 0 && startsLine(tokens, index) && isDeclaration(tokens, index)) closeFrom(depthAtDeclaration(tokens, indents, open, index), index);
    const closes = CLOSED_BY[kinds[index]!]!;
    if (closes !== 0) {
      const depth = closes === Mark["{"] && startsLine(tokens, index) ? depthByIndent(tokens, indents, open, index) : depthByKind(tokens, open, closes);
      if (depth < 0) {
        unmatched.push(index);
        kinds[index] = Token.stray;
        continue;
      }
      closeFrom(depth + 1, index);
      const opening = open.pop()!;
      matches[index] = opening;
      matches[opening] = index;
    }
    if (OPENS[kinds[index]!] === 1) open.push(index);
  }
  closeFrom(0, count);
  return unmatched;
}

/** Which of the open brackets a closing one closes: the nearest of its kind that no stronger one hides; -1 for none. */
function depthByKind({ kinds }: Tokens, open: readonly number[], closes: number): number {
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const kind = kinds[open[depth]!]!;
    if (pairs(kind, closes)) return depth;
    if (strength(kind) > strength(closes)) return -1;
  }
  return -1;
}

/** Which open brace a `}` at a line's beginning closes: the one whose line is indented alike, else the nearest, but none that is indented less. */
function depthByIndent({ kinds }: Tokens, indents: Int32Array, open: readonly number[], index: number): number {
  let nearest = -1;
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const kind = kinds[open[depth]!]!;
    if (strength(kind) > strength(Mark["{"])) break;
    if (kind !== Mark["{"]) continue;
    const deeper = indents[open[depth]!]! - indents[index]!;
    if (deeper === 0) return depth;
    if (deeper < 0) break;
    if (nearest < 0) nearest = depth;
  }
  return nearest;
}

/** A declaration ends what was opened on lines indented as deep as itself or deeper; literals go on. */
function depthAtDeclaration({ kinds }: Tokens, indents: Int32Array, open: readonly number[], index: number): number {
  let depth = open.length;
  while (depth > 0 && indents[open[depth - 1]!]! >= indents[index]! && strength(kinds[open[depth - 1]!]!) < 3) depth--;
  return depth;
}

function startsLine({ flags }: Tokens, index: number): boolean {
  return (flags[index]! & LINE_BEFORE) !== 0;
}

/** For each token how many characters stand before the first token of its line. */
function lineIndents(tokens: Tokens): Int32Array {
  const { text, starts, count } = tokens;
  const indents = new Int32Array(count + 1);
  let indent = 0;
  for (let index = 0; index < count; index++) {
    if (startsLine(tokens, index)) indent = starts[index]! - text.lastIndexOf("\n", starts[index]! - 1) - 1;
    indents[index] = indent;
  }
  return indents;
}
