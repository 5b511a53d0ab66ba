import type { TableArgument } from "../model/client.ts";
import type { SourceModel } from "../model/source-model.ts";
import type { TableName } from "../model/sql-statement.ts";
import type { Call, TaggedText } from "../model/syntax.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { plainText } from "../evaluate/evaluate-text.ts";
import type { Value } from "../evaluate/value.ts";
import type { TableUse } from "./client-use.ts";

/** The tables that an argument of a call names: a text, or a list of schema and table as `pgx.Identifier`. */
export function tableUses(
  argument: TableArgument,
  call: Call | TaggedText,
  model: SourceModel,
  evaluator: Evaluator,
  common: Pick<TableUse, "via" | "call" | "scope" | "dialect" | "place">,
): readonly TableUse[] {
  const expression = call.kind === "call" ? call.arguments.at(argument.argument) : undefined;
  if (!expression) return [];
  const tablePlace = { path: model.file.path, span: expression.span };
  return evaluator.valuesOf(expression, model).map((value): TableUse => {
    const table = tableNamed(value, evaluator);
    const unresolved = table ? {} : { unresolved: value.kind === "unknown" ? value.reason : "its name is made at run time" };
    return { ...common, kind: "table", operation: argument.operation, table, tablePlace, ...unresolved };
  });
}

function tableNamed(value: Value, evaluator: Evaluator): TableName | undefined {
  const parts = value.kind === "text" ? plainText(value)?.split(".") : listedParts(value, evaluator);
  const name = parts?.at(-1);
  if (!parts || name === undefined || name === "") return undefined;
  const schema = parts.at(-2);
  const database = parts.at(-3);
  return { name, quoted: value.kind !== "text", ...(schema ? { schema } : {}), ...(database ? { database } : {}) };
}

function listedParts(value: Value, evaluator: Evaluator): readonly string[] | undefined {
  const parts = evaluator.listOf(value)?.map((element) => (element.length === 1 ? plainText(element[0]!) : undefined));
  const known = parts?.filter((part) => part !== undefined);
  return known && known.length === parts?.length ? known : undefined;
}
