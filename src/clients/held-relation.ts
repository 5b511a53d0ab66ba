import type { Evaluator } from "../evaluate/evaluator.ts";
import { placeOfWrite } from "../evaluate/tables/place-of-write.ts";
import type { ClientValue, CompositeValue, Site, TableReference } from "../evaluate/value.ts";
import type { Operation } from "../model/sql-statement.ts";
import type { Call } from "../model/syntax.ts";
import type { TableUse } from "./client-use.ts";
import { type Common, entriesOf, rowsOf } from "./nested-rows.ts";

/** The tables that a call writes of a relation whose key the row before it holds; undefined of any other relation. */
export function heldUses(reference: TableReference, { member: { held } }: ClientValue, call: Call, site: Site, evaluator: Evaluator, common: Common): readonly TableUse[] | undefined {
  const { table, holder, place } = reference;
  if (!held || !holder || !table) return undefined;
  const tablePlace = placeOfWrite(reference, call, site);
  const use = (operation: Operation, written: typeof table): TableUse => ({ ...common, kind: "table", operation, table: written, tablePlace, namedAt: place });
  const isWritten = held.written !== undefined && call.arguments.some((argument) => evaluator.valuesOf(argument, site).flatMap((row) => rowsOf(row, evaluator)).some((row) => isNewRow(row, evaluator)));
  return [use(held.key, holder), ...(isWritten ? [use(held.written, table)] : []), ...(held.related ? [use(held.related, table)] : [])];
}

/** A literal that is empty may be filled by a query, and one with a key may be there already. */
function isNewRow(row: CompositeValue, evaluator: Evaluator): boolean {
  return row.node.entries.length > 0 && !hasKey(row, evaluator);
}

function hasKey(row: CompositeValue, evaluator: Evaluator): boolean {
  return entriesOf(row, evaluator).some(({ name, values }) => name.toLowerCase() === "id" || values().some((value) => value.kind === "composite" && hasKey(value, evaluator)));
}
