import type { ColumnReference, DeclaredKey, DeclaredTable } from "../../model/declared-table.ts";
import type { ReferentialAction as WrittenAction } from "../../model/table-definition.ts";
import type { TableName } from "../../model/sql-statement.ts";
import type { TableAccess } from "../../model/table-access.ts";
import { type EffectSchema, type ForeignKeyFact, type ReferentialAction, tableKey } from "./effect-schema.ts";

/** The foreign keys of a table that a call creates. */
export function keysOfCreated({ table, defines = [] }: TableAccess): readonly ForeignKeyFact[] {
  return table ? defines.flatMap(({ name, references }) => keyOf(table, name, references)) : [];
}

/** Those that a model declares. */
export function keysOfDeclared({ table, columns, keys = [] }: DeclaredTable): readonly ForeignKeyFact[] {
  return [...columns.flatMap(({ name, references }) => keyOf(table, name, references)), ...keys.map(factOfKey)];
}

export function factOfKey({ child, columns, references: { table, columns: referenced, onDelete, onUpdate, byDefault, place } }: DeclaredKey): ForeignKeyFact {
  const key = { name: undefined, child, childColumns: columns.map(inSmallLetters), parent: tableKey(table), parentColumns: referenced.map(inSmallLetters), place };
  return { ...key, onDelete: actionOf(onDelete), onUpdate: actionOf(onUpdate), ...(byDefault ? { byDefault } : {}) };
}

/**
 * Adds what code declares to the schema of a database. What a library does by default counts only for tables that nothing else creates (neither
 * a statement nor a call: `created`), and where no other declaration says more of the same key.
 */
export function addDeclaredKeys({ foreignKeys, rowCalls }: EffectSchema, declared: readonly ForeignKeyFact[], created: ReadonlySet<string>): void {
  const said = new Set(declared.flatMap((key) => (key.byDefault ? [] : [identityOf(key)])));
  const isCreated = (table: string): boolean => rowCalls.has(table) || created.has(table);
  foreignKeys.push(...declared.filter((key) => !key.byDefault || (!isCreated(tableKey(key.child)) && !said.has(identityOf(key)))));
}

function keyOf(child: TableName, column: string, references: ColumnReference | undefined): readonly ForeignKeyFact[] {
  return references ? [factOfKey({ child, columns: [column], references })] : [];
}

function identityOf({ child, childColumns, parent }: ForeignKeyFact): string {
  return [tableKey(child), parent, ...childColumns].join(" ");
}

function inSmallLetters(name: string): string {
  return name.toLowerCase();
}

function actionOf(written: WrittenAction | undefined): ReferentialAction {
  switch (written) {
    case "cascade":
      return "cascade";
    case "set null":
      return "set-null";
    case "set default":
      return "set-default";
    case "restrict":
    case "no action":
    case undefined:
      return "none";
  }
}
