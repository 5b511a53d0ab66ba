import { type HelperCall, standsIn, standsInCaller, standsInHelper } from "../clients/client-use.ts";
import type { Place, Span } from "../model/place.ts";
import type { StatementAccess } from "../model/sql-statement.ts";
import type { KnownPiece, SqlText, TextPiece } from "../model/sql-text.ts";
import { pieceAt, placeOf } from "../model/sql-text.ts";

/**
 * One write, one place: where the table becomes known. The text that holds the name and what stands before it; else the
 * expression that put the name into the statement: a hole of a template, the argument of a format call; the argument for another
 * file's function that makes the statement; the call of an exported helper, where its argument is the table. A helper that is given the whole statement leaves it where its caller made it.
 */
export function placeOfAccess(sql: SqlText, access: StatementAccess, through: HelperCall | undefined): Place {
  const index = lastPutIn(sql, access.span);
  const name = sql.pieces[index];
  const inserted = name?.kind === "known" && isPutIn(sql, index, access.span) ? name.insertedAt : undefined;
  if (inserted && through?.exported && name && !standsInHelper(name.place, through) && !standsInCaller(inserted, through)) return standsIn(name.place, through) ? name.place : through.place;
  const passed = inserted && !through ? passedNameAt(sql, access.span) : undefined;
  if (passed) return passed;
  return inserted ?? placeOf(sql, access.span) ?? { path: "", span: { start: 0, end: 0 } };
}

/** The argument that hands over the name itself, be there a schema before it or not; the name where it stands in that argument. */
function passedNameAt(sql: SqlText, { start, end }: Span): Place | undefined {
  const name = sql.pieces[pieceAt(sql, Math.max(start, end - 1))];
  if (name?.kind !== "known" || !name.passedAt || name.passedAt.path === name.insertedAt?.path) return undefined;
  const { place, passedAt } = name;
  return place.path === passedAt.path && passedAt.span.start <= place.span.start && place.span.end <= passedAt.span.end ? place : passedAt;
}

/** The last part of a name with dots. */
const LAST_PART = /(?:"[^"]*"|`[^`]*`|[^."`])*$/;

/** The last piece of a name, be there a schema before it or not, that an expression put in: `%s` of `%s_visits`; else its last piece. */
function lastPutIn(sql: SqlText, { start: whole, end }: Span): number {
  const start = whole + sql.text.slice(whole, end).search(LAST_PART);
  const last = pieceAt(sql, Math.max(start, end - 1));
  for (let at = last; at >= 0 && (at === last || sql.offsets[at + 1]! > start); at--) {
    const piece = sql.pieces[at]!;
    if (piece.kind === "known" && piece.insertedAt) return at;
  }
  return last;
}

/** Whether the name, whose last piece is at `index`, was put behind the text before it, and before its schema, by another expression than that text. */
function isPutIn(sql: SqlText, index: number, name: Span): boolean {
  const first = firstPutInWith(sql, index, name.start);
  const piece = sql.pieces[index]!;
  const before = sql.text.slice(sql.offsets[first], Math.max(name.start, sql.offsets[first]!));
  if (/\S/.test(before)) return false;
  const whole = sql.text.slice(0, name.start).search(/\S*$/);
  const previous = sql.pieces.slice(0, first).findLast((each, at) => sql.offsets[at]! < whole && (each.kind === "hole" || /\S/.test(each.text)));
  return previous?.kind === "known" && piece.kind === "known" && !samePlace(piece, previous);
}

/** The first piece of the name that the same expression put in as the last one. */
function firstPutInWith(sql: SqlText, last: number, start: number): number {
  const piece = sql.pieces[last]!;
  let first = last;
  for (let at = last - 1; at >= 0 && sql.offsets[at]! >= start; at--) {
    const each = sql.pieces[at]!;
    if (piece.kind !== "known" || !isPutInBy(piece.insertedAt, each)) break;
    first = at;
  }
  return first;
}

/** Why the table cannot be told of a statement all of which is known. */
export const NAMES_NONE = "the statement names none";

/** Why a table's name cannot be told: the reason of the first hole in it, or of the text's first hole. */
export function reasonOf(sql: SqlText, span: Span): string {
  const inName = sql.pieces.find((piece, index) => piece.kind === "hole" && sql.offsets[index]! >= span.start && sql.offsets[index]! < span.end);
  const hole: TextPiece | undefined = inName ?? sql.pieces.find((piece) => piece.kind === "hole");
  return hole?.kind === "hole" ? hole.reason : NAMES_NONE;
}

/** Whether an expression put in a piece; of a name that it made as a whole a hole stands there too. */
function isPutInBy(place: Place | undefined, piece: TextPiece): boolean {
  const at = piece.kind === "hole" ? piece.place : piece.insertedAt;
  return place !== undefined && at !== undefined && isPlace(at, place);
}

function samePlace({ insertedAt: a }: KnownPiece, { insertedAt: b }: KnownPiece): boolean {
  return a && b ? isPlace(a, b) : a === b;
}

function isPlace(a: Place, b: Place): boolean {
  return a.path === b.path && a.span.start === b.span.start && a.span.end === b.span.end;
}
