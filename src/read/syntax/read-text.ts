import type { Expression, TextHole, TextLiteral, TextRun } from "../../model/syntax.ts";
import { Token } from "../lexer/token-kinds.ts";
import { ESCAPED, UNENDED } from "../lexer/tokens.ts";
import type { Cursor } from "./cursor.ts";
import { advance, endBefore, moveTo, spanFrom, startOf } from "./cursor.ts";
import type { TextStyle } from "./decode-text.ts";
import { addRun, decodeRuns } from "./decode-text.ts";

/** A literal without holes at the cursor. `open` and `close` are the lengths of its delimiters. */
export function readText(cursor: Cursor, style: TextStyle, open = 1, close = 1): TextLiteral {
  const { tree, position, text } = cursor;
  const start = tree.starts[position]!;
  const end = tree.ends[position]!;
  const flags = tree.flags[position]!;
  const encoded = (flags & ESCAPED) !== 0 || style.carriageReturns !== undefined;
  const bodyEnd = (flags & UNENDED) !== 0 ? end : end - close;
  const parts = partsOf(text, start + open, Math.max(start + open, bodyEnd), encoded ? style : undefined);
  advance(cursor);
  return { kind: "text", span: { start, end }, parts };
}

/** A literal with holes at the cursor; `readHole` reads what stands in one. `hole` is the length of what opens one. */
export function readTextWithHoles(cursor: Cursor, style: TextStyle, hole: number, readHole: (cursor: Cursor) => Expression): TextLiteral {
  const { tree, text, limit } = cursor;
  const { matches, starts, ends, kinds } = tree;
  const start = startOf(cursor);
  const parts: (TextRun | TextHole)[] = partsOf(text, start + 1, ends[cursor.position]! - hole, style);
  while (cursor.kind === Token.textHead || cursor.kind === Token.textMiddle) {
    const part = cursor.position;
    const next = Math.min(limit, matches[part]!);
    cursor.limit = next;
    advance(cursor);
    const expression = readHole(cursor);
    cursor.limit = limit;
    moveTo(cursor, next);
    const continued = next < limit && (kinds[next] === Token.textMiddle || kinds[next] === Token.textTail);
    parts.push({ kind: "hole", expression, span: { start: ends[part]! - hole, end: continued ? starts[next]! + 1 : endBefore(cursor) } });
    if (!continued) break;
    const closing = kinds[next] === Token.textMiddle ? hole : 1;
    parts.push(...partsOf(text, starts[next]! + 1, ends[next]! - closing, style));
  }
  if (cursor.kind === Token.textTail) advance(cursor);
  return { kind: "text", span: spanFrom(cursor, start), parts };
}

function partsOf(text: string, from: number, to: number, style: TextStyle | undefined): TextRun[] {
  if (style) return decodeRuns(text, from, to, style);
  const runs: TextRun[] = [];
  addRun(runs, text, from, to);
  return runs;
}
