import type { Frame } from "./frames.ts";
import { partText } from "./read-names.ts";
import type { Reader } from "./reader.ts";
import { Flag, Kind, Symbol } from "./tokens.ts";

/** The columns that a statement assigns. */
export interface Assignments {
  /** Each as its dotted parts: `["u", "name"]`. */
  readonly columns: (readonly string[])[];
  /** Some of them cannot be told. */
  incomplete: boolean;
}

export function noAssignments(): Assignments {
  return { columns: [], incomplete: false };
}

/** Reads the list of columns in the parenthesis at `open`; gives the token behind it. */
export function readColumnList(reader: Reader, open: number, assignments: Assignments): number {
  const { tokens } = reader;
  const close = tokens.partner[open]!;
  for (let at = open + 1; at < close; at++) {
    const previous = tokens.code[at - 1];
    if (previous === Symbol.open || previous === Symbol.comma) at = Math.max(readColumn(reader, at, assignments) - 1, at);
    else if (tokens.code[at] === Symbol.open) at = tokens.partner[at]!;
  }
  return behind(reader, close);
}

/** Reads the left side of an assignment; gives the token behind it. */
export function readAssignment(reader: Reader, frame: Frame, at: number): number {
  const { code, kind } = reader.tokens;
  frame.expectsColumn = false;
  const assignments = (frame.assignments ??= noAssignments());
  if (code[at] === Symbol.open) return readColumnList(reader, at, assignments);
  const isVariable = kind[at] === Kind.placeholder && reader.tokens.text.charCodeAt(reader.tokens.start[at]!) === Symbol.at;
  if (!isVariable) return readColumn(reader, at, assignments);
  frame.expectsColumn = code[at + 1] === Symbol.equals && code[at + 3] === Symbol.equals;
  return frame.expectsColumn ? at + 2 : at + 1;
}

function readColumn(reader: Reader, at: number, assignments: Assignments): number {
  const { code, kind, flags } = reader.tokens;
  if (kind[at] !== Kind.word && kind[at] !== Kind.quoted && kind[at] !== Kind.string) {
    if (kind[at] === Kind.placeholder) assignments.incomplete = true;
    return kind[at] === Kind.placeholder ? at + 1 : at;
  }
  let parts: string[] | undefined;
  for (;;) {
    const part = (flags[at]! & Flag.hole) !== 0 ? undefined : partText(reader, at);
    if (part === undefined) assignments.incomplete = true;
    else if (parts === undefined) parts = [part];
    else parts.push(part);
    at++;
    if (code[at] !== Symbol.dot || (kind[at + 1] !== Kind.word && kind[at + 1] !== Kind.quoted && kind[at + 1] !== Kind.placeholder)) break;
    at++;
  }
  if (parts !== undefined) assignments.columns.push(parts);
  return at;
}

/** Behind a token that may be the parenthesis closing a list, or the end of a text that lacks it. */
function behind(reader: Reader, close: number): number {
  return reader.tokens.code[close] === Symbol.close ? close + 1 : close;
}

