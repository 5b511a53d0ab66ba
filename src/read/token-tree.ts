import { CLOSED_BY, OPENS, pairs } from "./brackets.ts";
import type { Tokens } from "./lexer/tokens.ts";
import { matchDamaged } from "./match-damaged.ts";

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
  return { ...tokens, matches, unmatched: matchDamaged(tokens, matches, isDeclaration) };
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
