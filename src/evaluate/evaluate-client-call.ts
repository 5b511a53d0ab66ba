import type { Call, TaggedText } from "../model/syntax.ts";
import type { Operation } from "../model/sql-statement.ts";
import { applyTextFunction } from "./apply-text-function.ts";
import type { Evaluation } from "./evaluator.ts";
import { evaluateText } from "./evaluate-text.ts";
import { tablesNamed } from "./table-of-value.ts";
import type { ClientValue, InstanceValue, Site, TableReference, Type, Values } from "./value.ts";
import { unknown } from "./value.ts";

/** What a call of a library's function gives: a text, or a value of a type that keeps the table that the chain has named. */
export function evaluateClientCall(evaluation: Evaluation, callee: ClientValue, call: Call | TaggedText, result: number, site: Site): Values {
  const { member } = callee;
  if (member.text) return applyTextFunction(evaluation, member.text, call, site);
  if (member.sql?.argument === "tag" && call.kind === "tagged") return evaluateText(evaluation, call.text, site);
  const type = result === 0 ? resultType(evaluation, callee) : undefined;
  if (!type) return unknown("it comes from the database");
  const tables = tablesNamed(evaluation, callee, call, site);
  if (tables.length === 0) return [resultOf(callee, type, callee.receiver?.table)];
  return tables.map((table) => resultOf(callee, type, table));
}

function resultOf(callee: ClientValue, type: Type, table: TableReference | undefined): InstanceValue {
  const pending: Operation | undefined = table ? undefined : (callee.member.operation ?? callee.receiver?.pending);
  const parameterOf = table ? undefined : callee.receiver?.parameterOf;
  return { kind: "instance", type, ...(table ? { table } : {}), ...(pending ? { pending } : {}), ...(parameterOf ? { parameterOf } : {}) };
}

function resultType(evaluation: Evaluation, { library, member, receiver }: ClientValue): Type | undefined {
  if (member.returns === undefined) return undefined;
  return member.returns === "receiver" ? receiver?.type : evaluation.world.libraries.typeNamed(library, member.returns);
}
