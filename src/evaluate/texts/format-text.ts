import type { KnownPiece, TextPiece } from "../../model/sql-text.ts";
import type { Expression } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { insertedAt, joined, piecesOf } from "./evaluate-text.ts";
import type { Site, Value, Values } from "../value.ts";
import { eitherOf, unknown } from "../value.ts";

/** A verb of a format: `%s`, `%-10v`, `%[2]q`, `%%`. Go's package fmt, "Printing"; C's printf reads alike. */
const VERB = /%(?:\[(\d+)\])?[-+# 0']*(?:\*|\d+)?(?:\.(?:\*|\d+)?)?(?:\[(\d+)\])?(?:hh|h|ll|l|z|j|t|L)?([a-zA-Z%])/g;

/** `fmt.Sprintf(format, …)`: the verbs of the format filled with the arguments; what has no argument is a hole. */
export function formatText(evaluation: Evaluation, operands: readonly Expression[], site: Site): Values {
  const [format, ...rest] = operands;
  if (!format) return unknown("it has no format");
  const values = rest.flatMap((operand) => argumentsIn(evaluation, operand, site));
  return eitherOf(...evaluation.evaluate(format, site).map((value) => filled(value, values, site)));
}

interface Argument {
  readonly operand: Expression;
  readonly values: Values;
}

/** An operand, or the elements of a list that is spread: `fmt.Sprintf(format, args...)`. */
function argumentsIn(evaluation: Evaluation, operand: Expression, site: Site): readonly Argument[] {
  const [list, ...more] = evaluation.evaluate(operand.kind === "spread" ? operand.operand : operand, site);
  if (operand.kind !== "spread" || list?.kind !== "list" || more.length > 0) return [{ operand, values: evaluation.evaluate(operand, site) }];
  return list.elements.map((values) => ({ operand: operand.operand, values }));
}

function filled(format: Value, operands: readonly Argument[], site: Site): Values {
  if (format.kind !== "text") return [format];
  const path = site.model.file.path;
  const parts: (readonly (readonly TextPiece[])[])[] = [];
  let next = 0;
  for (const piece of format.pieces) {
    if (piece.kind === "hole") {
      parts.push([[piece]]);
      continue;
    }
    let done = 0;
    for (const verb of piece.text.matchAll(VERB)) {
      if (verb.index > done) parts.push([[slicePiece(piece, done, verb.index)]]);
      done = verb.index + verb[0].length;
      const letter = verb[3]!;
      if (letter === "%") {
        parts.push([[{ ...slicePiece(piece, verb.index, done), text: "%" }]]);
        continue;
      }
      const explicit = verb[1] ?? verb[2];
      const index = explicit === undefined ? next : Number(explicit) - 1;
      next = index + 1;
      const argument = operands[index];
      const verbPiece = slicePiece(piece, verb.index, done);
      parts.push(...filledVerb(letter, argument, verbPiece, path));
    }
    if (done < piece.text.length) parts.push([[slicePiece(piece, done, piece.text.length)]]);
  }
  return joined(parts);
}

function filledVerb(letter: string, argument: Argument | undefined, verb: KnownPiece, path: string): readonly (readonly (readonly TextPiece[])[])[] {
  if (!argument || argument.operand.kind === "spread") return [[[{ kind: "hole", place: verb.place, reason: "its argument is not written here" }]]];
  const place = { path, span: argument.operand.span };
  const value = insertedAt(place, argument.values);
  if (letter !== "q") return [value];
  const quote = piecesOf([{ kind: "text", pieces: [{ ...verb, text: '"' }] }], place);
  return [quote, value, quote];
}

/** A stretch of a piece, with its place. */
export function slicePiece(piece: KnownPiece, start: number, end: number): KnownPiece {
  const { path, span } = piece.place;
  const exact = span.end - span.start === piece.text.length;
  return {
    ...piece,
    text: piece.text.slice(start, end),
    place: { path, span: exact ? { start: span.start + start, end: span.start + end } : span },
  };
}
