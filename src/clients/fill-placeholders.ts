import { insertedAt } from "../evaluate/texts/evaluate-text.ts";
import { slicePiece } from "../evaluate/texts/format-text.ts";
import type { Site, Value } from "../evaluate/value.ts";
import type { TextPiece } from "../model/sql-text.ts";
import type { Call, Expression } from "../model/syntax.ts";
import type { ClientContext } from "./client-context.ts";

type Pieces = readonly TextPiece[];

/** A statement with the names put in that arguments behind it give for its placeholders: `"ALTER TABLE ? …", bun.Ident("users")`. Other arguments are values and stay out. */
export function fillPlaceholders(pieces: Pieces, placeholder: string, call: Call, first: number, site: Site, context: ClientContext): Pieces {
  let next = first;
  return pieces.flatMap((piece): Pieces => {
    if (piece.kind === "hole" || !piece.text.includes(placeholder)) return [piece];
    const filled: TextPiece[] = [];
    let from = 0;
    for (let at = piece.text.indexOf(placeholder); at >= 0; at = piece.text.indexOf(placeholder, at + 1)) {
      const name = namePieces(call.arguments[next++], site, context);
      if (!name) continue;
      filled.push(slicePiece(piece, from, at), ...name);
      from = at + placeholder.length;
    }
    return [...filled, slicePiece(piece, from, piece.text.length)];
  });
}

/** The name that a text function of a library makes; undefined for any other argument. */
function namePieces(argument: Expression | undefined, site: Site, context: ClientContext): Pieces | undefined {
  if (argument?.kind !== "call" || !context.evaluator.valuesOf(argument.callee, site).some(makesText)) return undefined;
  const place = { path: site.model.file.path, span: argument.span };
  return insertedAt(place, context.evaluator.valuesOf(argument, site))[0];
}

function makesText(value: Value): boolean {
  return value.kind === "client" && value.member.text !== undefined;
}
