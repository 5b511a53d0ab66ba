import type { HelperCall } from "../clients/client-use.ts";
import type { Place, Span } from "../model/place.ts";
import type { SqlStatement, StatementAccess } from "../model/sql-statement.ts";
import type { KnownPiece, SqlText, TextPiece } from "../model/sql-text.ts";
import { pieceAt, placeOf } from "../model/sql-text.ts";

/**
 * One write, one place: where the table becomes known. The text that holds verb and table; else the expression that put
 * the table into the statement: a hole of a template, the argument of a format call; the call of an exported helper, where
 * its argument is the table.
 */
export function placeOfAccess(sql: SqlText, statement: SqlStatement, access: StatementAccess, through: HelperCall | undefined): Place {
  const table = sql.pieces[pieceAt(sql, access.span.start)];
  const verb = sql.pieces[pieceAt(sql, statement.verb.start)];
  const inserted = table?.kind === "known" && verb?.kind === "known" && !samePlace(table, verb) ? table.insertedAt : undefined;
  if (inserted && through?.exported && table) return stands(table.place, through) ? table.place : through.place;
  return inserted ?? placeOf(sql, access.span) ?? { path: "", span: { start: 0, end: 0 } };
}

/** Why a table's name cannot be told: the reason of the first hole in it, or of the text's first hole. */
export function reasonOf(sql: SqlText, span: Span): string {
  const inName = sql.pieces.find((piece, index) => piece.kind === "hole" && sql.offsets[index]! >= span.start && sql.offsets[index]! < span.end);
  const hole: TextPiece | undefined = inName ?? sql.pieces.find((piece) => piece.kind === "hole");
  return hole?.kind === "hole" ? hole.reason : "the statement names none";
}

function stands(place: Place, { place: callee, call }: HelperCall): boolean {
  return place.path === callee.path && call.start <= place.span.start && place.span.end <= call.end;
}

function samePlace(a: KnownPiece, b: KnownPiece): boolean {
  if (!a.insertedAt || !b.insertedAt) return a.insertedAt === b.insertedAt;
  return a.insertedAt.path === b.insertedAt.path && a.insertedAt.span.start === b.insertedAt.span.start && a.insertedAt.span.end === b.insertedAt.span.end;
}
