import type { DeclaredColumn, DeclaredTable } from "../../model/declared-table.ts";
import type { ReferentialAction as WrittenAction } from "../../model/table-definition.ts";
import type { TableAccess } from "../../model/table-access.ts";
import { type ForeignKeyFact, type ReferentialAction, tableKey } from "./effect-schema.ts";

/** The foreign keys of the tables that code creates and declares, by the library's own words. */
export function declaredForeignKeys(accesses: readonly TableAccess[], declared: readonly DeclaredTable[]): readonly ForeignKeyFact[] {
  const created = accesses.flatMap(({ table, defines = [] }) => (table ? defines.flatMap((column) => foreignKeyOf(table, column)) : []));
  return [...created, ...declared.flatMap(({ table, columns }) => columns.flatMap((column) => foreignKeyOf(table, column)))];
}

function foreignKeyOf(child: DeclaredTable["table"], { name, references }: DeclaredColumn): readonly ForeignKeyFact[] {
  if (!references) return [];
  const { table, onDelete, onUpdate, place } = references;
  return [{ name: undefined, child, childColumns: [name.toLowerCase()], parent: tableKey(table), parentColumns: [], onDelete: actionOf(onDelete), onUpdate: actionOf(onUpdate), place }];
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
