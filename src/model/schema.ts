import type { Service } from "./ownership.ts";
import type { Place } from "./place.ts";
import type { TableName } from "./sql-statement.ts";
import type { TableAccess } from "./table-access.ts";
import type { ColumnDefinition } from "./table-definition.ts";

/** What the migrations of a project make of its tables: columns of later ALTERs are in, down migrations are left out. */
export interface ProjectSchema {
  /** In the order of creation. */
  readonly tables: readonly SchemaTable[];
  /** What fills tables from others: INSERT … SELECT, MERGE, triggers. */
  readonly fillings: readonly Filling[];
  readonly renames: readonly TableRename[];
  /** Statements that take a migration back. */
  readonly undone: ReadonlySet<TableAccess>;
}

/** A new name of a table that the same service creates; `place` is the old one, in the statement that gives the new. */
export interface TableRename {
  readonly from: TableName;
  readonly to: TableName;
  readonly service: Service | undefined;
  readonly place: Place;
}

export interface SchemaTable {
  /** As it is called when all migrations have run. */
  readonly name: TableName;
  /** Undefined where a model declares it and no statement creates it. */
  readonly created: TableAccess | undefined;
  readonly service: Service | undefined;
  /** Empty where the statement names none: a model, CREATE TABLE AS. */
  readonly columns: readonly Pick<ColumnDefinition, "name">[];
  /** A later migration drops it. */
  readonly dropped: boolean;
}

/** Rows of `sources` go to `table`. */
export interface Filling {
  readonly table: TableName;
  readonly sources: readonly TableName[];
  readonly by: "statement" | "trigger";
  readonly statement: string;
  readonly service: Service | undefined;
  readonly place: Place;
}
