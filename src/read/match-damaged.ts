import { CLOSED_BY, OPENS, pairs } from "./brackets.ts";
import { Mark, Token } from "./lexer/token-kinds.ts";
import type { Tokens } from "./lexer/tokens.ts";
import { LINE_BEFORE } from "./lexer/tokens.ts";
import type { IsDeclaration } from "./token-tree.ts";

/** How much a closing bracket of that opening may close with it: literals and braces outlast parentheses. */
function strength(opening: number): number {
  if (opening === Token.textHead || opening === Token.textMiddle || opening === Token.markupStart) return 3;
  return opening === Mark["{"] ? 2 : 1;
}

/** Further brackets than these are not looked through for a counterpart. */
const MOST_LOOKED_THROUGH = 256;

/** Fills `matches` for a file whose brackets do not match; says which tokens have no counterpart. Closing ones among these become `stray`. */
export function matchDamaged(tokens: Tokens, matches: Int32Array, isDeclaration: IsDeclaration): readonly number[] {
  const indents = lineIndents(tokens);
  const unmatched = matchByIndent(tokens, matches.fill(0), indents, isDeclaration, new Set());
  const weak = unmatched.filter((index) => isWeak(tokens, index));
  if (weak.length === 0) return unmatched;
  matchByIndent(tokens, matches.fill(0), indents, isDeclaration, new Set(weak));
  for (const index of weak.sort((a, b) => b - a)) matches[index] = endInLine(tokens, matches, index);
  return unmatched;
}

/** What nothing closes holds the rest of its line, not the block behind it; but a `{` at a line's end holds what its indentation says. */
function isWeak(tokens: Tokens, index: number): boolean {
  const kind = tokens.kinds[index]!;
  return kind === Mark["{"] ? !startsLine(tokens, index + 1) : OPENS[kind] === 1 && strength(kind) === 1;
}

function matchByIndent(tokens: Tokens, matches: Int32Array, indents: Int32Array, isDeclaration: IsDeclaration, left: ReadonlySet<number>): readonly number[] {
  const { kinds, count } = tokens;
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
    if (OPENS[kinds[index]!] === 1 && !left.has(index)) open.push(index);
  }
  closeFrom(0, count);
  return unmatched;
}

/** Which of the open brackets a closing one closes: the nearest of its kind that no stronger one hides; -1 for none. */
function depthByKind({ kinds }: Tokens, open: readonly number[], closes: number): number {
  const last = Math.max(0, open.length - MOST_LOOKED_THROUGH);
  for (let depth = open.length - 1; depth >= last; depth--) {
    const kind = kinds[open[depth]!]!;
    if (pairs(kind, closes)) return depth;
    if (strength(kind) > strength(closes)) return -1;
  }
  return -1;
}

/** Which open brace a `}` at a line's beginning closes: the one whose line is indented alike, else the nearest, but none that is indented less. */
function depthByIndent({ kinds }: Tokens, indents: Int32Array, open: readonly number[], index: number): number {
  const last = Math.max(0, open.length - MOST_LOOKED_THROUGH);
  let nearest = -1;
  for (let depth = open.length - 1; depth >= last; depth--) {
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

/** Where the line of a bracket ends, or before that the statement, the bracket around, or the line's last `{`. */
function endInLine(tokens: Tokens, matches: Int32Array, opening: number): number {
  const { kinds, count } = tokens;
  let index = opening + 1;
  while (index < count && !startsLine(tokens, index)) {
    const kind = kinds[index]!;
    if (CLOSED_BY[kind] !== 0 || kind === Mark[";"] || (kind === Mark["{"] && startsLine(tokens, index + 1))) break;
    index = OPENS[kind] === 1 ? behindBracket(tokens, matches, index) : index + 1;
  }
  return index;
}

/** The token behind a bracket, or behind the whole text of which a part opens there. */
function behindBracket({ kinds }: Tokens, matches: Int32Array, opening: number): number {
  let part = opening;
  let end = matches[part]!;
  while (kinds[end] === Token.textMiddle && matches[end]! > end) {
    part = end;
    end = matches[part]!;
  }
  return matches[end] === part && end > part ? end + 1 : end;
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
