import type { TableName } from "../../model/sql-statement.ts";
import { type BodyWrite, type EffectSchema, tableKey } from "./effect-schema.ts";

type Name = Pick<TableName, "name" | "schema" | "quoted">;

/** Triggers, foreign keys, bodies, parts and keys follow a table to its new name, as SQLite's and PostgreSQL's do. */
export function renameTable(schema: EffectSchema, before: Name, after: Name): void {
  const from = tableKey(before);
  const to: TableName = after.schema === undefined && before.schema !== undefined ? { ...after, schema: before.schema } : after;
  const key = tableKey(to);
  const follow = (writes: readonly BodyWrite[]): readonly BodyWrite[] => writes.map((write) => (tableKey(write.table) === from ? { ...write, table: to } : write));
  for (const trigger of schema.triggers) {
    if (trigger.table === from) trigger.table = key;
    trigger.writes = follow(trigger.writes);
  }
  for (const routine of schema.routines.values()) routine.writes = follow(routine.writes);
  for (const foreignKey of schema.foreignKeys) {
    if (foreignKey.parent === from) foreignKey.parent = key;
    if (tableKey(foreignKey.child) === from) foreignKey.child = to;
  }
  for (const [parent, parts] of schema.children) schema.children.set(parent, parts.map((part) => (tableKey(part.table) === from ? { ...part, table: to } : part)));
  for (const facts of [schema.primaryKeys, schema.children, schema.rowCalls] as readonly Map<string, unknown>[]) move(facts, from, key);
  const view = schema.views.get(from);
  if (view) schema.views.set(key, { ...view, name: to });
  if (view) schema.views.delete(from);
  if (schema.replacing.delete(from)) schema.replacing.add(key);
  schema.renamed.delete(key);
  if (from !== key && !view) schema.renamed.set(from, to);
}

function move<Fact>(facts: Map<string, Fact>, from: string, to: string): void {
  const fact = facts.get(from);
  if (fact === undefined) return;
  facts.set(to, fact);
  facts.delete(from);
}

/** Triggers on a column and foreign keys over it follow it to its new name. */
export function renameColumn(schema: EffectSchema, table: string, from: string, to: string): void {
  const follow = (columns: readonly string[]): readonly string[] => columns.map((column) => (column === from.toLowerCase() ? to.toLowerCase() : column));
  for (const trigger of schema.triggers) if (trigger.table === table && trigger.columns) trigger.columns = follow(trigger.columns);
  for (const foreignKey of schema.foreignKeys) {
    if (tableKey(foreignKey.child) === table) foreignKey.childColumns = follow(foreignKey.childColumns);
    if (foreignKey.parent === table) foreignKey.parentColumns = follow(foreignKey.parentColumns);
  }
  const primaryKey = schema.primaryKeys.get(table);
  if (primaryKey) schema.primaryKeys.set(table, follow(primaryKey));
}

/** Triggers go on calling a routine by what it is, whatever it is called. */
export function renameRoutine(schema: EffectSchema, from: string, to: string): void {
  const routine = schema.routines.get(from.toLowerCase());
  if (!routine) return;
  schema.routines.set(to.toLowerCase(), { ...routine, name: to });
}
