import type { TableName } from "../../model/sql-statement.ts";
import type { TableItem } from "../frames.ts";
import type { AccessDraft, Reader } from "../reader.ts";

const noItems: ReadonlyMap<string, TableItem> = new Map();

/** The items of a list of tables by the names that stand for them: an alias, else the table's own name. */
export function itemsByName(items: readonly TableItem[]): ReadonlyMap<string, TableItem> {
  if (items.length === 0) return noItems;
  const byName = new Map<string, TableItem>();
  const add = (name: string | undefined, item: TableItem): void => {
    if (name !== undefined && !byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), item);
  };
  for (const item of items) add(item.alias, item);
  for (const item of items) if (item.alias === undefined) add(item.commonTable?.name, item);
  for (const item of items) if (item.alias === undefined) add(item.access?.table?.name, item);
  for (const item of items) add(item.access?.table?.name, item);
  return byName;
}

/**
 * Settles which table UPDATE or DELETE writes that names `target` in its head: the table of that alias in the list that follows,
 * the table behind a common table expression, or the table itself.
 */
export function settleTarget(reader: Reader, target: AccessDraft, others: ReadonlyMap<string, TableItem>): AccessDraft | undefined {
  const name = target.table;
  if (name === undefined || name.schema !== undefined) return target;
  const item = reader.rules.writesThroughAlias ? others.get(name.name.toLowerCase()) : undefined;
  const settled = item === undefined ? behindCommonTable(reader, name, target) : item.access ?? (item.commonTable && behindCommonTable(reader, { ...name, name: item.commonTable.name }, undefined));
  if (settled === target) return target;
  if (settled?.table !== undefined && settled.table.schema === undefined && settled.table.name === name.name) {
    // The list names the same table once more: it is written where the head names it.
    reader.dropped.add(settled);
    return target;
  }
  reader.dropped.add(target);
  if (settled !== undefined) settled.operation = target.operation;
  return settled;
}

function behindCommonTable(reader: Reader, name: TableName, otherwise: AccessDraft | undefined): AccessDraft | undefined {
  if (!reader.rules.writesThroughCte) return otherwise;
  return reader.commonTables.get(name.name.toLowerCase())?.at(-1)?.source ?? otherwise;
}
