/** A line's end stands before the token. */
export const LINE_BEFORE = 1;
/** A text that holds a backslash. */
export const ESCAPED = 2;

/**
 * The tokens of a file, one array a property; token `count` is the end of the file.
 * Comments are no tokens: `comments` holds four offsets of each: where it and its text begin, where its text and it end.
 */
export interface Tokens {
  readonly text: string;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly flags: Uint8Array;
  readonly count: number;
  /** The brackets among the tokens, openings and closings, in order. */
  readonly brackets: readonly number[];
  readonly comments: readonly number[];
  /** Where a literal, comment or element begins that never ends. */
  readonly unterminated: readonly number[];
}
