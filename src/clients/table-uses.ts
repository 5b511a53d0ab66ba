import type { ClientValue, Site, TableReference } from "../evaluate/value.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Place } from "../model/place.ts";
import type { SourceModel } from "../model/source-model.ts";
import type { Operation } from "../model/sql-statement.ts";
import type { Call } from "../model/syntax.ts";
import type { TableUse } from "./client-use.ts";

/** The tables that a call of a library accesses without a statement: `CopyFrom`, `knex("users").insert(row)`, `db.Create(&user)`. */
export function tableUses(callee: ClientValue, call: Call, site: Site, evaluator: Evaluator, common: Pick<TableUse, "via" | "call" | "scope" | "dialect" | "place">): readonly TableUse[] {
  const operation = operationOf(callee);
  if (!operation) return [];
  const named = evaluator.tablesNamed(callee, call, site);
  const tables = named.length > 0 || !callee.receiver?.table ? named : [callee.receiver.table];
  return tables.map((reference) => ({
    ...common,
    kind: "table",
    operation,
    table: reference.table,
    tablePlace: placeOf(reference, call, site.model),
    namedAt: reference.place,
    ...(reference.table ? {} : { unresolved: reference.reason ?? "its name is made at run time" }),
    ...(reference.parameterOf ? { parameterOf: reference.parameterOf } : {}),
  }));
}

/** A call that names the table of a chain does what the chain before it was to do. */
function operationOf({ member, receiver }: ClientValue): Operation | undefined {
  return member.operation ?? (member.table ? receiver?.pending : undefined);
}

/** The table's name where it stands in this very call or chain, else the name of the call that writes. */
function placeOf(reference: TableReference, call: Call, model: SourceModel): Place {
  const { path, span } = reference.place;
  if (path === model.file.path && call.span.start <= span.start && span.end <= call.span.end) return reference.place;
  const { callee } = call;
  return { path: model.file.path, span: callee.kind === "member" ? callee.nameSpan : callee.span };
}
