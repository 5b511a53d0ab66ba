/** A line's end stands before the token. */
export const LINE_BEFORE = 1;
/** A text that holds a backslash. */
export const ESCAPED = 2;
/** A text without its closing delimiter: its line or the file ended first. */
export const UNENDED = 4;

/** Properties of tokens, one array a property. */
export interface TokenArrays {
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly flags: Uint8Array;
}

/** The tokens of a file; token `count` is the end of the file. Comments are no tokens. */
export interface Tokens extends TokenArrays {
  readonly text: string;
  readonly count: number;
  /** Four offsets of each comment: where it and its text begin, where its text and it end. */
  readonly comments: readonly number[];
  /** Where a literal, comment or element begins that never ends. */
  readonly unterminated: readonly number[];
}

export function allocateTokenArrays(capacity: number): TokenArrays {
  // One buffer: a file's tokens are one object to the garbage collector.
  const buffer = new ArrayBuffer(capacity * 10);
  return {
    starts: new Int32Array(buffer, 0, capacity),
    ends: new Int32Array(buffer, capacity * 4, capacity),
    kinds: new Uint8Array(buffer, capacity * 8, capacity),
    flags: new Uint8Array(buffer, capacity * 9, capacity),
  };
}

/** Copies the first tokens of one set of arrays into another. */
export function copyTokenArrays(from: TokenArrays, to: TokenArrays, count: number): void {
  to.starts.set(from.starts.subarray(0, count));
  to.ends.set(from.ends.subarray(0, count));
  to.kinds.set(from.kinds.subarray(0, count));
  to.flags.set(from.flags.subarray(0, count));
}
