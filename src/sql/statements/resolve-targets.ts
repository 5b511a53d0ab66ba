import type { TableName } from "../../model/sql-statement.ts";
import type { Frame, TableItem } from "../frames.ts";
import { sameName } from "../reader.ts";
import type { AccessDraft, Reader } from "../reader.ts";

/** The item of a list of tables that a name stands for: by alias, else by the table's own name. */
export function itemNamed(items: readonly TableItem[], name: string): TableItem | undefined {
  return (
    items.find((item) => item.alias !== undefined && sameName(item.alias, name)) ??
    items.find((item) => item.alias === undefined && ownName(item) !== undefined && sameName(ownName(item)!, name)) ??
    items.find((item) => item.access?.table !== undefined && sameName(item.access.table.name, name))
  );
}

/**
 * Settles which table UPDATE or DELETE writes that names `target` in its head: the table of that alias in the list that follows,
 * the table behind a common table expression, or the table itself.
 */
export function settleTarget(reader: Reader, frame: Frame, target: AccessDraft, others: readonly TableItem[]): AccessDraft | undefined {
  const name = target.table;
  if (name === undefined || name.schema !== undefined) return target;
  const item = reader.rules.writesThroughAlias ? itemNamed(others, name.name) : undefined;
  const settled = item === undefined ? behindCommonTable(reader, name, target) : item.access ?? (item.commonTable && behindCommonTable(reader, { ...name, name: item.commonTable.name }, undefined));
  if (settled === target) return target;
  reader.accesses.splice(reader.accesses.indexOf(target, frame.firstAccess), 1);
  if (settled !== undefined) settled.operation = target.operation;
  return settled;
}

function behindCommonTable(reader: Reader, name: TableName, otherwise: AccessDraft | undefined): AccessDraft | undefined {
  if (!reader.rules.writesThroughCte) return otherwise;
  return reader.commonTables.get(name.name.toLowerCase())?.at(-1)?.source ?? otherwise;
}

function ownName(item: TableItem): string | undefined {
  return item.access?.table?.name ?? item.commonTable?.name;
}
