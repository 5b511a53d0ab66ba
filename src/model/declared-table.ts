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
  /** Foreign keys that relations of the model declare, its own table's or another's. */
  readonly keys?: readonly DeclaredKey[];
}

/** Columns of a table that point to another's. */
export interface DeclaredKey {
  readonly child: TableName;
  readonly columns: readonly string[];
  readonly references: ColumnReference;
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
  /** Columns of the other table; empty where its primary key is meant, or they cannot be told. */
  readonly columns: readonly string[];
  /** Undefined where the declaration does not say. */
  readonly onDelete: ReferentialAction | undefined;
  readonly onUpdate: ReferentialAction | undefined;
  /** The actions are the library's: the declaration says none, and a statement that creates the table may say others. */
  readonly byDefault?: true;
  readonly place: Place;
}
