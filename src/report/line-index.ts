import type { Place, Span } from "../model/place.ts";

/** A place as people count: lines from 1, columns from 1 in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From `start` up to, and without, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The lines of one text. LF, CRLF and a lone CR end a line, as in the Language Server Protocol; U+2028 does not. */
export interface LineIndex {
  rangeOf(span: Span): Range;
  /** The text of a line without its end; empty where there is no such line. */
  lineText(line: number): string;
}

/** Finds where things stand in the files of a project, each file's lines counted once. */
export interface RangeFinder {
  /** Undefined where the file's text cannot be had. */
  linesOf(path: string): LineIndex | undefined;
  /** The first column of line 1 where the file's text cannot be had. */
  rangeOf(place: Place): Range;
}

const FILE_START: Position = { line: 1, column: 1 };

export function createRangeFinder(sourceText: (path: string) => string | undefined): RangeFinder {
  const indexes = new Map<string, LineIndex | undefined>();
  const linesOf = (path: string): LineIndex | undefined => {
    if (!indexes.has(path)) {
      const text = sourceText(path);
      indexes.set(path, text === undefined ? undefined : indexLines(text));
    }
    return indexes.get(path);
  };
  return {
    linesOf,
    rangeOf: (place) => linesOf(place.path)?.rangeOf(place.span) ?? { start: FILE_START, end: FILE_START },
  };
}

export function indexLines(text: string): LineIndex {
  const starts = lineStarts(text);
  const positionAt = (offset: number): Position => {
    const inside = Math.min(Math.max(offset, 0), text.length);
    const index = lastAtOrBefore(starts, inside);
    return { line: index + 1, column: inside - starts[index]! + 1 };
  };
  return {
    rangeOf: (span) => ({ start: positionAt(span.start), end: positionAt(span.end) }),
    lineText(line) {
      const start = starts[line - 1];
      return start === undefined ? "" : withoutLineEnd(text.slice(start, starts[line] ?? text.length));
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  const ends = /\r\n?|\n/g;
  while (ends.test(text)) starts.push(ends.lastIndex);
  return starts;
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function withoutLineEnd(line: string): string {
  return line.replace(/\r?\n$|\r$/, "");
}
