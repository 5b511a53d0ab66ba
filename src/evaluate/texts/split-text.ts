import type { TextPiece } from "../../model/sql-text.ts";
import type { TextValue, Value } from "../value.ts";

/** A text's parts between a separator, as a list: each stands where it is written. Only of a text that is known as a whole. */
export function splitText(value: Value, separator: string | RegExp): Value {
  if (value.kind !== "text") return value.kind === "unknown" ? value : { kind: "unknown", reason: "it is no text" };
  if (value.pieces.some(({ kind }) => kind === "hole")) return { kind: "unknown", reason: "it is put together at run time" };
  const parts: TextPiece[][] = [[]];
  for (const piece of value.pieces) if (piece.kind === "known") splitPiece(piece, separator, parts);
  const elements = parts.map((pieces): TextValue[] => [{ kind: "text", pieces }]);
  return { kind: "list", elements };
}

/** Adds the first part of a piece to what stands before it, and each other one as a part of its own. */
function splitPiece(piece: TextPiece & { readonly kind: "known" }, separator: string | RegExp, parts: TextPiece[][]): void {
  const { text, place } = piece;
  const isExact = place.span.end - place.span.start === text.length;
  const partOf = (start: number, end: number): TextPiece => {
    const span = isExact ? { start: place.span.start + start, end: place.span.start + end } : place.span;
    return { ...piece, text: text.slice(start, end), place: { path: place.path, span } };
  };
  let start = 0;
  for (const { index, length } of separatorsIn(text, separator)) {
    parts.at(-1)!.push(partOf(start, index));
    parts.push([]);
    start = index + length;
  }
  parts.at(-1)!.push(partOf(start, text.length));
}

function separatorsIn(text: string, separator: string | RegExp): readonly { readonly index: number; readonly length: number }[] {
  if (typeof separator !== "string") return [...text.matchAll(separator)].map((match) => ({ index: match.index, length: match[0].length }));
  const found: { index: number; length: number }[] = [];
  for (let at = text.indexOf(separator); separator !== "" && at >= 0; at = text.indexOf(separator, at + separator.length)) found.push({ index: at, length: separator.length });
  return found;
}
