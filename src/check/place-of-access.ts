import { type HelperCall, standsIn } from "../clients/client-use.ts";
import type { Place, Span } from "../model/place.ts";
import type { StatementAccess } from "../model/sql-statement.ts";
import type { KnownPiece, SqlText, TextPiece } from "../model/sql-text.ts";
import { pieceAt, placeOf } from "../model/sql-text.ts";

/**
 * One write, one place: where the table becomes known. The text that holds the name and what stands before it; else the
 * expression that put the name into the statement: a hole of a template, the argument of a format call; the call of an
 * exported helper, where its argument is the table.
 */
export function placeOfAccess(sql: SqlText, access: StatementAccess, through: HelperCall | undefined): Place {
  const index = pieceAt(sql, Math.max(access.span.start, access.span.end - 1));
  const name = sql.pieces[index];
  const inserted = name?.kind === "known" && isPutIn(sql, index, access.span) ? name.insertedAt : undefined;
  if (inserted && through?.exported && name) return standsIn(name.place, through) ? name.place : through.place;
  return inserted ?? placeOf(sql, access.span) ?? { path: "", span: { start: 0, end: 0 } };
}

/** Whether the name was put behind the text before it by another expression than that text. */
function isPutIn(sql: SqlText, index: number, name: Span): boolean {
  const piece = sql.pieces[index]!;
  const before = sql.text.slice(sql.offsets[index], Math.max(name.start, sql.offsets[index]!));
  if (/\S/.test(before)) return false;
  const previous = sql.pieces.slice(0, index).findLast((each) => each.kind === "hole" || /\S/.test(each.text));
  return previous?.kind === "known" && piece.kind === "known" && !samePlace(piece, previous);
}

/** Why the table cannot be told of a statement all of which is known. */
export const NAMES_NONE = "the statement names none";

/** Why a table's name cannot be told: the reason of the first hole in it, or of the text's first hole. */
export function reasonOf(sql: SqlText, span: Span): string {
  const inName = sql.pieces.find((piece, index) => piece.kind === "hole" && sql.offsets[index]! >= span.start && sql.offsets[index]! < span.end);
  const hole: TextPiece | undefined = inName ?? sql.pieces.find((piece) => piece.kind === "hole");
  return hole?.kind === "hole" ? hole.reason : NAMES_NONE;
}

function samePlace(a: KnownPiece, b: KnownPiece): boolean {
  if (!a.insertedAt || !b.insertedAt) return a.insertedAt === b.insertedAt;
  return a.insertedAt.path === b.insertedAt.path && a.insertedAt.span.start === b.insertedAt.span.start && a.insertedAt.span.end === b.insertedAt.span.end;
}
