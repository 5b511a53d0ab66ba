import type { Place } from "../../model/place.ts";
import type { TextPiece } from "../../model/sql-text.ts";
import type { Evaluation } from "../evaluator.ts";
import { listOf } from "../expressions/evaluate-member.ts";
import type { Values } from "../value.ts";
import { eitherOf, unknown } from "../value.ts";
import { joined, piecesOf } from "./evaluate-text.ts";
import { slicePiece } from "./format-text.ts";

type Pieces = readonly TextPiece[];

/** Names as a library quotes them: of a text each part between dots, of a list each element. What may stand without quotes stays so. */
export function quotedNames(evaluation: Evaluation, names: Values, place: Place): Values {
  return eitherOf(...names.map((name): Values => {
    if (name.kind === "text") return [{ kind: "text", pieces: quoted(partsOf(name.pieces), place) }];
    if (name.kind !== "list" && name.kind !== "composite") return [name];
    const elements = listOf(evaluation, name);
    if (!elements) return unknown("it joins a list made at run time");
    const dot: Pieces = [{ kind: "known", text: ".", place }];
    return joined(elements.flatMap((element, index) => [...(index > 0 ? [[dot]] : []), piecesOf(element, place).map((pieces) => quoted([pieces], place))]));
  }));
}

function partsOf(pieces: Pieces): readonly Pieces[] {
  const parts: TextPiece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === "hole") {
      parts.at(-1)!.push(piece);
      continue;
    }
    let from = 0;
    for (let at = piece.text.indexOf("."); at >= 0; at = piece.text.indexOf(".", from)) {
      if (at > from) parts.at(-1)!.push(slicePiece(piece, from, at));
      parts.push([]);
      from = at + 1;
    }
    if (from < piece.text.length) parts.at(-1)!.push(slicePiece(piece, from, piece.text.length));
  }
  return parts;
}

/** A character that no name has without quotes. */
const UNUSUAL = /[^\w$"`\u0080-\uffff]/;

function quoted(parts: readonly Pieces[], place: Place): Pieces {
  return parts.flatMap((part, index): Pieces => {
    const quote = part.some((piece) => piece.kind === "known" && UNUSUAL.test(piece.text)) ? '"' : "";
    return [...known((index > 0 ? "." : "") + quote, place), ...part, ...known(quote, place)];
  });
}

function known(text: string, place: Place): Pieces {
  return text === "" ? [] : [{ kind: "known", text, place }];
}
