import type { BlockComment } from "./lexical-rules.ts";
import type { Scanner } from "./scanner.ts";
import { endLine, find, lineEnd } from "./scanner.ts";

/** Skips a comment that begins at an offset; false where none does. */
export function scanComment(scanner: Scanner, start: number): boolean {
  const { text, rules } = scanner;
  for (const open of rules.lineComments) {
    if (!text.startsWith(open, start)) continue;
    endComment(scanner, start, lineEnd(text, start), open.length, 0);
    return true;
  }
  for (const comment of rules.blockComments) {
    if (!text.startsWith(comment.open, start)) continue;
    scanBlockComment(scanner, start, comment);
    return true;
  }
  return false;
}

/** A comment without an end is taken to end with its line. */
function scanBlockComment(scanner: Scanner, start: number, comment: BlockComment): void {
  const { text } = scanner;
  const end = commentEnd(scanner, start, comment);
  if (end < 0) {
    scanner.broken.add(start);
    endComment(scanner, start, lineEnd(text, start), comment.open.length, 0);
    return;
  }
  // A comment over several lines counts as a line's end: https://go.dev/ref/spec#Comments
  const firstLineEnd = text.indexOf("\n", start);
  if (firstLineEnd >= 0 && firstLineEnd < end) endLine(scanner);
  endComment(scanner, start, end, comment.open.length, comment.close.length);
}

function commentEnd(scanner: Scanner, start: number, { open, close, nested }: BlockComment): number {
  let at = start + open.length;
  let inner = nested ? find(scanner, open, at) : -1;
  for (let depth = 1; ; ) {
    const end = find(scanner, close, at);
    if (end < 0) return -1;
    const opens = inner >= 0 && inner < end;
    at = opens ? inner + open.length : end + close.length;
    depth += opens ? 1 : -1;
    if (depth === 0) return at;
    if (inner >= 0 && inner < at) inner = find(scanner, open, at);
  }
}

function endComment(scanner: Scanner, start: number, end: number, opening: number, closing: number): void {
  scanner.comments.push(start, start + opening, end - closing, end);
  scanner.position = end;
}
