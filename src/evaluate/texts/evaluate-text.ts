import type { Place } from "../../model/place.ts";
import type { TableName } from "../../model/sql-statement.ts";
import type { TextPiece } from "../../model/sql-text.ts";
import type { Binary, Expression, TextLiteral } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import type { Site, Value, Values } from "../value.ts";
import { MAX_ALTERNATIVES, unknown } from "../value.ts";

type Pieces = readonly TextPiece[];

/** A string or template literal with the values of its holes put in. */
export function evaluateText(evaluation: Evaluation, literal: TextLiteral, site: Site): Values {
  const path = site.model.file.path;
  const parts = literal.parts.map((part): readonly Pieces[] =>
    part.kind === "run"
      ? [[{ kind: "known", text: part.text, place: { path, span: part.span } }]]
      : insertedAt({ path, span: part.span }, evaluation.evaluate(part.expression, site)),
  );
  return joined(parts, literal.parts.map((part) => (part.kind === "run" ? undefined : sameThroughout(part.expression))));
}

/** `a + b + c`: text when one of the operands is. */
export function evaluateConcatenation(evaluation: Evaluation, expression: Binary, site: Site): Values {
  const operands = operandsOf(expression).map((operand) => ({ operand, values: evaluation.evaluate(operand, site) }));
  if (!operands.some(({ values }) => values.some(isText))) return unknown("it is computed");
  return joined(operands.map(({ operand, values }) => insertedOperand(operand, values, site)), operands.map(({ operand }) => sameThroughout(operand)));
}

/** By what an expression is known again in one text, where it is the same wherever it stands there: a name, a member of one. */
function sameThroughout(expression: Expression): string | undefined {
  if (expression.kind === "name") return expression.name;
  const object = expression.kind === "member" ? sameThroughout(expression.object) : undefined;
  return object !== undefined && expression.kind === "member" ? `${object}.${expression.name}` : undefined;
}

/** The pieces of an operand: a literal's own, or those of another expression with the place where it puts them in. */
export function insertedOperand(operand: Expression, values: Values, site: Site): readonly Pieces[] {
  const place = { path: site.model.file.path, span: operand.span };
  return operand.kind === "text" ? piecesOf(values, place) : insertedAt(place, values);
}

/** One way to put parts together; `chosen` is which alternative a part is of which the key was met before. */
interface Combination {
  readonly pieces: TextPiece[];
  readonly chosen: Readonly<Record<string, number>>;
}

/** All combinations of the alternatives of parts, in order, parts of one key alike; parts that would give too many become holes. */
export function joined(parts: readonly (readonly Pieces[])[], keys: readonly (string | undefined)[] = []): Values {
  let combinations: readonly Combination[] = [{ pieces: [], chosen: {} }];
  parts.forEach((part, at) => {
    const key = keys[at];
    const isChosen = key !== undefined && Object.hasOwn(combinations[0]!.chosen, key);
    if (part.length === 1) {
      for (const { pieces } of combinations) for (const piece of part[0]!) pieces.push(piece);
    } else if (isChosen) {
      for (const { pieces, chosen } of combinations) pieces.push(...(part[chosen[key]!] ?? []));
    } else if (combinations.length * part.length <= MAX_ALTERNATIVES) {
      combinations = combinations.flatMap(({ pieces, chosen }) => part.map((more, index) => ({ pieces: [...pieces, ...more], chosen: key === undefined ? chosen : { ...chosen, [key]: index } })));
    } else {
      const hole = tooMany(part);
      for (const { pieces } of combinations) pieces.push(...hole);
    }
  });
  return combinations.map(({ pieces }) => ({ kind: "text", pieces }));
}

/** The alternatives as pieces of text, one list each; what is no text is a hole at the place given. */
export function piecesOf(values: Values, place: Place): readonly Pieces[] {
  return values.map((value) => {
    if (value.kind === "text") return value.pieces;
    if (value.kind === "instance" && value.table?.table) return [{ kind: "known", text: writtenName(value.table.table), place }];
    if (value.kind !== "unknown") return [{ kind: "hole", place, reason: "it is no text" }];
    return [{ kind: "hole", place, reason: value.reason, ...(value.parameterOf ? { parameterOf: value.parameterOf } : {}) }];
  });
}

/** A table object puts in the name of its table. */
function writtenName({ name, schema }: TableName): string {
  const quoted = /^\w+$/.test(name) ? name : `"${name}"`;
  return schema ? `${schema}.${quoted}` : quoted;
}

/** The alternatives as pieces that an expression at `place` puts into a larger text; a name as a whole, however it was put together. */
export function insertedAt(place: Place, values: Values): readonly Pieces[] {
  return piecesOf(values, place).map((pieces) => {
    const isName = pieces.length > 1 && pieces.every((piece) => piece.kind === "hole" || !/\s/.test(piece.text));
    return pieces.map((piece) => {
      if (piece.kind === "known") return !piece.insertedAt || isName ? { ...piece, insertedAt: place } : piece;
      return isName ? { ...piece, place } : piece;
    });
  });
}

export function isText(value: Value): boolean {
  return value.kind === "text";
}

/** The text of a value without holes, or undefined. */
export function plainText(value: Value): string | undefined {
  if (value.kind !== "text") return undefined;
  let text = "";
  for (const piece of value.pieces) {
    if (piece.kind === "hole") return undefined;
    text += piece.text;
  }
  return text;
}

function tooMany(part: readonly Pieces[]): Pieces {
  const first = part.find((pieces) => pieces.length > 0)?.[0];
  return first ? [{ kind: "hole", place: first.place, reason: `it has more than ${MAX_ALTERNATIVES} values` }] : [];
}

/** The operands of a chain of one operator, left to right, without recursion. */
function operandsOf(expression: Binary): readonly Expression[] {
  const operands: Expression[] = [];
  let next: Expression = expression;
  while (next.kind === "binary" && next.operator === expression.operator) {
    operands.push(next.right);
    next = next.left;
  }
  operands.push(next);
  return operands.reverse();
}
