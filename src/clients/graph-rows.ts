import type { Evaluator } from "../evaluate/evaluator.ts";
import type { ClientValue, Site, TableReference, Value } from "../evaluate/value.ts";
import type { Operation } from "../model/sql-statement.ts";
import type { Call } from "../model/syntax.ts";
import type { TableUse } from "./client-use.ts";
import { type Common, entriesOf, MAX_RELATIONS, rowsOf, useInside } from "./nested-rows.ts";

/** The tables of related models that a call writes whose rows hold rows under the names of their relations: `insertGraph({ name, visits: [{ … }] })`. */
export function graphUses(callee: ClientValue, operation: Operation, call: Call, site: Site, evaluator: Evaluator, common: Common): readonly TableUse[] {
  const { graph } = callee.member;
  const table = callee.receiver?.table;
  const argument = graph === undefined ? undefined : call.arguments[graph];
  return argument && table ? evaluator.valuesOf(argument, site).flatMap((row) => usesIn({ callee, operation, evaluator, common }, row, table, 0)) : [];
}

interface Visit {
  readonly callee: ClientValue;
  readonly operation: Operation;
  readonly evaluator: Evaluator;
  readonly common: Common;
}

function usesIn(visit: Visit, row: Value, owner: TableReference, depth: number): readonly TableUse[] {
  const { callee, operation, evaluator, common } = visit;
  if (depth > MAX_RELATIONS) return [];
  return rowsOf(row, evaluator)
    .flatMap((each) => entriesOf(each, evaluator))
    .filter(({ written }) => written.kind !== "literal" && !(written.kind === "name" && written.name === "undefined"))
    .flatMap(({ name, place, values: valuesOf }) => {
      const values = valuesOf();
      const related = values.some((value) => mayHoldRows(value, evaluator)) ? evaluator.tableOfRelation(owner, name, callee.library, place) : undefined;
      return related?.table ? [useInside(related, operation, common), ...(related.joining ? [useInside({ table: related.joining, place }, "insert", common)] : []), ...values.flatMap((value) => usesIn(visit, value, related, depth + 1))] : [];
    });
}

/** Rows, or what cannot be told: a relation's name stands for nothing else in a graph. */
function mayHoldRows(value: Value, evaluator: Evaluator): boolean {
  return value.kind === "unknown" || rowsOf(value, evaluator).length > 0;
}
