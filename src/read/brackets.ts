import { Mark, Token } from "./lexer/token-kinds.ts";

/** Kinds that open a bracket. A middle part closes one hole and opens the next. */
export const OPENS = new Uint8Array(256);
for (const kind of [Mark["("], Mark["["], Mark["{"], Token.textHead, Token.textMiddle, Token.markupStart]) OPENS[kind] = 1;

/** The kind of opening that a kind closes, 0 for none. */
export const CLOSED_BY = new Uint8Array(256);
CLOSED_BY[Mark[")"]] = Mark["("];
CLOSED_BY[Mark["]"]] = Mark["["];
CLOSED_BY[Mark["}"]] = Mark["{"];
CLOSED_BY[Token.textMiddle] = Token.textHead;
CLOSED_BY[Token.textTail] = Token.textHead;
CLOSED_BY[Token.markupEnd] = Token.markupStart;

/** Whether an opening is the one that a closing bracket closes: a part of a text closes a head or a middle. */
export function pairs(opening: number, closes: number): boolean {
  return opening === closes || (closes === Token.textHead && opening === Token.textMiddle);
}
