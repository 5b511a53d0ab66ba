import type { Call, TaggedText } from "../../model/syntax.ts";
import type { Place } from "../../model/place.ts";
import type { Operation } from "../../model/sql-statement.ts";
import { applyTextFunction } from "../texts/apply-text-function.ts";
import type { Evaluation } from "../evaluator.ts";
import { evaluateText, plainText } from "../texts/evaluate-text.ts";
import { hasArgument } from "./has-argument.ts";
import { placeOfWrite } from "../tables/place-of-write.ts";
import { tableOf, tablesNamed } from "../tables/table-of-value.ts";
import type { ClientValue, Frame, InstanceValue, Site, TableReference, Type, Value, Values } from "../value.ts";
import { eitherOf, unknown } from "../value.ts";

/** What a call of a library's function gives: a text, or a value of a type that keeps the table that the chain has named. */
export function evaluateClientCall(evaluation: Evaluation, callee: ClientValue, call: Call | TaggedText, result: number, site: Site): Values {
  const { member } = callee;
  if (member.text) return applyTextFunction(evaluation, member.text, call, site);
  if (member.nameOf !== undefined && call.kind === "call") return nameOfTable(evaluation, callee, member.nameOf, call, site);
  if (member.sql?.argument === "tag" && call.kind === "tagged") return evaluateText(evaluation, call.text, site);
  const type = result === 0 ? resultType(evaluation, callee, call, site) : undefined;
  if (!type) return unknown("it comes from the database");
  const tables = tablesNamed(evaluation, callee, call, site);
  const keeps = keptAlong(evaluation, callee, call, site);
  if (tables.length === 0) return [resultOf(callee, type, callee.receiver?.table, keeps, call, site)];
  return tables.map((table) => resultOf(callee, type, table, keeps, call, site));
}

/** The name of a model's table as a text, where the model is handed over or stands before the dot. */
function nameOfTable(evaluation: Evaluation, { library }: ClientValue, of: number | "receiver", call: Call, site: Site): Values {
  const model = of === "receiver" ? (call.callee.kind === "member" ? call.callee.object : undefined) : call.arguments[of];
  if (!model) return unknown("it is not given");
  const place = { path: site.model.file.path, span: model.span };
  const tablesAt = (frame: Frame | undefined): readonly TableReference[] => evaluation.evaluate(model, { model: site.model, frame }).map((value) => tableOf(evaluation, value, library, place));
  const tables = tablesAt(site.frame);
  const isToldHere = !site.frame || tablesAt(undefined).some(({ table }) => table);
  return eitherOf(tables.map((reference) => nameAsText(isToldHere ? reference : { ...reference, place: homeOf(reference) })));
}

/** Where the model is declared, for one that a caller hands over: its name stands nowhere in the function that asks for it. */
function homeOf({ entity, place }: TableReference): Place {
  return entity ? { path: entity.model.file.path, span: entity.declaration.nameSpan ?? entity.declaration.span } : place;
}

function nameAsText({ table, place, reason = "its name is made at run time", parameterOf }: TableReference): Value {
  if (!table) return { kind: "unknown", reason, ...(parameterOf ? { parameterOf } : {}) };
  return { kind: "text", pieces: [{ kind: "known", text: table.schema === undefined ? table.name : `${table.schema}.${table.name}`, place }] };
}

function resultOf(callee: ClientValue, type: Type, named: TableReference | undefined, keeps: Kept, call: Call | TaggedText, site: Site): InstanceValue {
  const { member, receiver } = callee;
  const table = named && {
    ...named,
    ...(named.table && member.schema !== undefined && keeps.schema !== undefined ? { table: { ...named.table, schema: keeps.schema } } : {}),
    ...(member.origin ? { origin: member.origin } : {}),
    ...(member.columns && call.kind === "call" ? { declaredBy: { columns: member.columns, call, site } } : {}),
  };
  const pending: Operation | undefined = table ? undefined : (member.operation ?? receiver?.pending);
  const parameterOf = table ? undefined : receiver?.parameterOf;
  const begins = table && call.kind === "call" && (member.operation ?? (member.table ? receiver?.pending : undefined)) !== undefined;
  const writtenAt = receiver?.writtenAt ?? (begins ? placeOfWrite(table, call, site) : undefined);
  return { kind: "instance", type, ...(table ? { table } : {}), ...(pending ? { pending } : {}), ...(parameterOf ? { parameterOf } : {}), ...(writtenAt ? { writtenAt } : {}), ...keeps };
}

type Kept = Pick<InstanceValue, "schema" | "naming">;

/** The schema and the naming that the chain before the call has, or that the call sets. */
function keptAlong(evaluation: Evaluation, { member, receiver }: ClientValue, call: Call | TaggedText, site: Site): Kept {
  const argument = (index: number | undefined): Values | undefined => {
    const expression = index === undefined || call.kind !== "call" ? undefined : call.arguments.at(index);
    return expression && evaluation.evaluate(expression, site);
  };
  const schema = argument(member.schema)?.map(plainText).find((text) => text !== undefined) ?? receiver?.schema;
  const naming = argument(member.naming) ?? receiver?.naming;
  return { ...(schema ? { schema } : {}), ...(naming ? { naming } : {}) };
}

function resultType(evaluation: Evaluation, { library, member, receiver }: ClientValue, call: Call | TaggedText, site: Site): Type | undefined {
  if (member.returnsFor && hasArgument(member.returnsFor, call, (argument) => evaluation.evaluate(argument, site))) return evaluation.world.libraries.typeNamed(library, member.returnsFor.type);
  if (member.returns === undefined) return undefined;
  if (member.returns === "receiver") return receiver?.type;
  const element = /^(.+)\[\]$/.exec(member.returns)?.[1];
  const type = evaluation.world.libraries.typeNamed(library, element ?? member.returns);
  return element && type ? { kind: "list", element: type } : type;
}
