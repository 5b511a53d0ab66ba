import type { Site, Value, Values } from "../evaluate/value.ts";
import { insertedAt } from "../evaluate/texts/evaluate-text.ts";
import { slicePiece } from "../evaluate/texts/format-text.ts";
import type { NamePlaceholders } from "../model/name-placeholders.ts";
import type { TextPiece } from "../model/sql-text.ts";
import type { Call, Expression } from "../model/syntax.ts";
import type { ClientContext } from "./client-context.ts";

type Pieces = readonly TextPiece[];

/** The placeholders of each syntax; the group is the key of a name, or its 1-based number; `?` is a value. */
const PLACEHOLDERS: Readonly<Record<NamePlaceholders["syntax"], RegExp>> = {
  marks: /\?\??/g,
  keys: /(?<!\\)\?\??|(?<!:):(\w+):(?!:)/g,
  formats: /\$(?:(\d+)|[({<[/]\s*(\w+)\s*)(?::name|:alias|:raw|~|\^)\s*[)}>\]/]?/g,
};

/** A statement with the names put in that its values give: `UPDATE ?? SET …` with `["users"]`. Other values stay out. */
export function fillNamedValues(pieces: Pieces, placeholders: NamePlaceholders, call: Call, statement: number, site: Site, context: ClientContext): Pieces {
  if (!pieces.some((piece) => piece.kind === "known" && piece.text.search(PLACEHOLDERS[placeholders.syntax]) >= 0)) return pieces;
  const given = valuesGiven(placeholders, call, statement, site, context);
  if (!given) return pieces;
  let next = 0;
  return pieces.flatMap((piece): Pieces => {
    if (piece.kind === "hole") return [piece];
    const filled: TextPiece[] = [];
    let from = 0;
    for (const match of piece.text.matchAll(PLACEHOLDERS[placeholders.syntax])) {
      const key = match[1] ?? match[2] ?? String(++next);
      const name = match[0] === "?" ? undefined : namePieces(key, given, site, context);
      if (!name) continue;
      filled.push(slicePiece(piece, from, match.index), ...name);
      from = match.index + match[0].length;
    }
    return [...filled, slicePiece(piece, from, piece.text.length)];
  });
}

interface Given {
  readonly expression: Expression;
  readonly values: Values;
}

function valuesGiven({ values, key }: NamePlaceholders, call: Call, statement: number, site: Site, { evaluator }: ClientContext): Given | undefined {
  const expression = call.arguments[values];
  if (expression) return { expression, values: evaluator.valuesOf(expression, site) };
  const whole = key === undefined ? undefined : call.arguments[statement];
  return whole && key !== undefined ? { expression: whole, values: evaluator.memberOf(evaluator.valuesOf(whole, site), key) } : undefined;
}

/** What a value gives for a name: a text, or why it cannot be told. A list of names is one of columns. */
function namePieces(key: string, { expression, values }: Given, site: Site, context: ClientContext): Pieces | undefined {
  const found = values.flatMap((value) => valueAt(value, key, context));
  if (found.length === 0 || !found.every(({ kind }) => kind === "text" || kind === "unknown")) return undefined;
  return insertedAt({ path: site.model.file.path, span: spanOf(expression, key) }, found)[0];
}

function valueAt(value: Value, key: string, { evaluator }: ClientContext): Values {
  const index = /^\d+$/.test(key) ? Number(key) - 1 : undefined;
  if (index === undefined) return value.kind === "composite" ? evaluator.memberOf([value], key) : [];
  if (value.kind === "list") return value.elements[index] ?? [];
  if (value.kind === "text") return index === 0 ? [value] : [];
  if (value.kind !== "composite" || value.node.form !== "list") return [];
  const { entries } = value.node;
  const entry = entries.slice(0, index + 1).some((each) => each.value.kind === "spread") ? undefined : entries[index];
  return entry ? evaluator.valuesOf(entry.value, value.site) : [];
}

function spanOf(expression: Expression, key: string): Expression["span"] {
  const entry = expression.kind === "composite" ? expression.entries.find(({ name }, index) => name === key || String(index + 1) === key) : undefined;
  return (entry?.value ?? expression).span;
}
