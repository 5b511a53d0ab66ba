import type { Place } from "./place.ts";
import type { TableName } from "./sql-statement.ts";
import type { ReferentialAction } from "./table-definition.ts";

/** A table as code declares it: a model of an ORM, a schema written in code. */
export interface DeclaredTable {
  readonly table: TableName;
  /** The model's name, or the table's where a call declares it. */
  readonly place: Place;
  /** The library that reads the declaration: `go/gorm`. */
  readonly via: string;
  readonly columns: readonly DeclaredColumn[];
}

/** A column as the database has it, and the field, key or call that says so. */
export interface DeclaredColumn {
  readonly name: string;
  readonly place: Place;
  readonly references?: ColumnReference;
}

/** The row of another table that a column points to, and what the database does with it when that row goes or changes. */
export interface ColumnReference {
  readonly table: TableName;
  /** Undefined where the declaration does not say. */
  readonly onDelete: ReferentialAction | undefined;
  readonly onUpdate: ReferentialAction | undefined;
  readonly place: Place;
}
