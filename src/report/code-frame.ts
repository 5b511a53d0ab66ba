import type { Range } from "./line-index.ts";
import { printableCell } from "./printable.ts";

/** A line of source as it is printed, and the line of blanks and carets below it. */
export interface CodeFrame {
  readonly code: string;
  readonly underline: string;
}

const TAB_WIDTH = 4;
const WIDEST = 120;
const SHOWN_BEFORE = 60;

/**
 * Frames the first line of a range: tabs become blanks, what cannot be seen is escaped, and a long line is cut around the range.
 * `line` is the text of the line on which the range starts. An empty range gets one caret.
 */
export function frameCode(line: string, range: Range): CodeFrame {
  const start = Math.min(range.start.column - 1, line.length);
  const end = range.end.line === range.start.line ? Math.min(range.end.column - 1, line.length) : line.length;
  const from = line.length > WIDEST && start > SHOWN_BEFORE ? start - SHOWN_BEFORE : 0;
  const to = Math.min(line.length, from + WIDEST);
  let code = from > 0 ? "…" : "";
  let width = code.length;
  let underlineFrom = width;
  let underlineTo = width;
  let offset = wholeCharacter(line, from);
  for (const character of line.slice(offset, wholeCharacter(line, to))) {
    const cell = character === "\t" ? tabCell(width) : printableCell(character);
    if (offset < start) underlineFrom = width + cell.width;
    if (offset < end) underlineTo = width + cell.width;
    code += cell.shown;
    width += cell.width;
    offset += character.length;
  }
  if (to < line.length) code += "…";
  return { code: code.trimEnd(), underline: " ".repeat(underlineFrom) + "^".repeat(Math.max(1, underlineTo - underlineFrom)) };
}

function tabCell(width: number): { readonly shown: string; readonly width: number } {
  const blanks = TAB_WIDTH - (width % TAB_WIDTH);
  return { shown: " ".repeat(blanks), width: blanks };
}

/** An offset moved off the middle of a surrogate pair. */
function wholeCharacter(line: string, offset: number): number {
  const code = line.charCodeAt(offset);
  return offset > 0 && code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
