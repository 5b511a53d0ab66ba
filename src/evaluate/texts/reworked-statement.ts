import type { TextValue, UnknownValue, Value, Values } from "../value.ts";
import { eitherOf } from "../value.ts";

/** What a function gives of which that cannot be told: where it was handed one statement, that statement may be it. */
export function reworked(reason: string, handed: readonly Values[]): Values {
  const statements = statementOf(handed);
  return [{ kind: "unknown", reason, ...(statements && { statements }) }];
}

/** What a function may give: where that is the statement which it was handed, texts of which nothing is known are the same, put together anew. */
export function withoutReworked(values: Values, handed: readonly Values[]): Values {
  if (!values.some(isNameless)) return values;
  const statement = statementOf(handed);
  if (!statement?.some(({ kind }) => kind === "text")) return values;
  const others = values.filter((value) => !isNameless(value));
  return others.length > 0 ? others : statement;
}

/** The statements among what a value may be. */
export function statementsIn(values: Values): Values {
  return eitherOf(values.flatMap((value) => (value.kind === "unknown" ? (value.statements ?? []) : isStatement(value) ? [value] : [])));
}

/** The argument that holds a statement in all its alternatives, or the only one where its callers may tell that. */
function statementOf(handed: readonly Values[]): Values | undefined {
  const statements = handed.filter((values) => values.length > 0 && values.every(isStatement));
  if (statements.length > 0) return statements.length === 1 ? statements[0] : undefined;
  const [only] = handed;
  return handed.length === 1 && only?.every(isParameter) ? only : undefined;
}

/** The words that begin a statement which writes a table or asks for rows. */
const STATEMENT = /^\s*(?:insert|update|delete|replace|merge|truncate|create|alter|drop|rename|copy|upsert|select|with)\s/i;

function isStatement(value: Value): value is TextValue {
  const [first] = value.kind === "text" ? value.pieces : [];
  return first?.kind === "known" && STATEMENT.test(first.text);
}

function isParameter(value: Value): value is UnknownValue {
  return value.kind === "unknown" && value.parameterOf !== undefined;
}

/** Whether no word of a text is known: `$` and something. */
function isNameless(value: Value): boolean {
  return value.kind === "text" && value.pieces.some(({ kind }) => kind === "hole") && !value.pieces.some((piece) => piece.kind === "known" && /\w/.test(piece.text));
}
