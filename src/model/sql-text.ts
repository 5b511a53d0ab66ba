import type { Place, Span } from "./place.ts";

/** Stands for one hole in the text of an `SqlText`: U+FFFC, the object replacement character. */
export const HOLE = "\uFFFC";

/** A part of a text value: characters with their place in a host file, or a hole where the value is unknown. */
export type TextPiece = KnownPiece | HolePiece;

export interface KnownPiece {
  readonly kind: "known";
  readonly text: string;
  /** Where the characters stand. When the span is as long as `text` each stands for itself, else the whole is one escape. */
  readonly place: Place;
  /** The expression that put this text into the statement, when that is another than the literal itself: a hole, a format call's argument, a name. */
  readonly insertedAt?: Place;
  /** The argument, in another file, that hands it to the function which puts it in. */
  readonly passedAt?: Place;
}

export interface HolePiece {
  readonly kind: "hole";
  readonly place: Place;
  /** Why it is unknown, to follow "because": "`name` is a parameter of `insertRow`". */
  readonly reason: string;
  /** It is a parameter of the function there: the function's callers may tell. */
  readonly parameterOf?: Place;
}

/**
 * A text that may hold statements, and where each part of it stood.
 * In `text` each hole is one `HOLE` character, and that character occurs nowhere else.
 */
export interface SqlText {
  readonly text: string;
  readonly pieces: readonly TextPiece[];
  /** `offsets[i]` is where `pieces[i]` begins in `text`. */
  readonly offsets: readonly number[];
}

/** Joins pieces into a text. A `HOLE` character of a host file becomes a blank. */
export function toSqlText(pieces: readonly TextPiece[]): SqlText {
  const offsets: number[] = [];
  let text = "";
  for (const piece of pieces) {
    offsets.push(text.length);
    text += piece.kind === "hole" ? HOLE : piece.text.includes(HOLE) ? piece.text.replaceAll(HOLE, " ") : piece.text;
  }
  return { text, pieces, offsets };
}

/** The index of the piece that holds an offset of the text; the last piece for the text's end, -1 for a text without pieces. */
export function pieceAt(sql: SqlText, offset: number): number {
  let low = 0;
  let high = sql.offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sql.offsets[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

/**
 * Where a span of the text stands in a host file. A span over several pieces of one file gives the range from the
 * first to the last; where the pieces come from several files, the range in the first piece's file.
 */
export function placeOf(sql: SqlText, span: Span): Place | undefined {
  const first = pieceAt(sql, span.start);
  if (first < 0) return undefined;
  const last = pieceAt(sql, Math.max(span.start, span.end - 1));
  const start = offsetIn(sql, first, span.start, "start");
  const path = sql.pieces[first]!.place.path;
  let end = start;
  for (let i = first; i <= last; i++) {
    const piece = sql.pieces[i]!;
    if (piece.place.path !== path) break;
    const to = offsetIn(sql, i, Math.min(span.end, sql.offsets[i + 1] ?? sql.text.length), "end");
    if (to < start) break;
    end = Math.max(end, to);
  }
  return { path, span: { start, end } };
}

function offsetIn(sql: SqlText, index: number, offset: number, edge: "start" | "end"): number {
  const piece = sql.pieces[index]!;
  const { start, end } = piece.place.span;
  const inside = offset - sql.offsets[index]!;
  if (piece.kind === "known" && end - start === piece.text.length) return start + inside;
  return edge === "start" ? start : end;
}
