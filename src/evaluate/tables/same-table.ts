import type { TableReference } from "../value.ts";

/** Whether two references name the same table; a schema that one of them leaves out may be any. */
export function isTable(one: TableReference, other: TableReference): boolean {
  const [a, b] = [one.table, other.table];
  return a !== undefined && a.name === b?.name && (a.schema === undefined || b.schema === undefined || a.schema === b.schema);
}
