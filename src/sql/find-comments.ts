import type { Span } from "../model/place.ts";
import type { Dialect } from "../model/sql-statement.ts";
import { openReader } from "./open-reader.ts";

/** A `--` or `#` comment up to its line's end, or one between `/*` and its end. */
const COMMENT = /--[^\r\n]*|#[^\r\n]*|\/\*[^]*?(?:\*\/|$)/g;

/** Where the comments of a script stand, in order: between tokens is nothing else but blanks. */
export function findComments(text: string, dialect: Dialect): readonly Span[] {
  const { reader, close } = openReader(text, dialect);
  const { count, start, end } = reader.tokens;
  const comments: Span[] = [];
  for (let i = 0, from = 0; i <= count; i++) {
    const to = i < count ? start[i]! : text.length;
    if (to > from) for (const match of text.slice(from, to).matchAll(COMMENT)) comments.push({ start: from + match.index, end: from + match.index + match[0].length });
    if (i < count) from = Math.max(from, end[i]!);
  }
  close();
  return comments;
}
