import type { Span } from "./place.ts";
import type { TableName } from "./sql-statement.ts";

/** What CREATE TABLE or ALTER TABLE ADD says of a table's columns. Spans are offsets in the text that was read. */
export interface TableDefinition {
  readonly table: TableName;
  /** The table's name as written. */
  readonly span: Span;
  /** Whether the statement creates the table or adds to it. */
  readonly kind: "create" | "add";
  readonly columns: readonly ColumnDefinition[];
  readonly foreignKeys: readonly ForeignKey[];
  /** The columns of the primary key; empty where the statement names none. */
  readonly primaryKey: readonly string[];
}

export interface ColumnDefinition {
  readonly name: string;
  /** As written, with its length: `varchar(40)`; undefined where there is none, as SQLite allows. */
  readonly type: string | undefined;
  readonly span: Span;
}

/** Columns that point to another table's. */
export interface ForeignKey {
  readonly columns: readonly string[];
  readonly table: TableName;
  /** Empty: the other table's primary key. */
  readonly referenced: readonly string[];
  /** What happens to these rows when the other table's row goes or changes; undefined where the statement does not say. */
  readonly onDelete: ReferentialAction | undefined;
  readonly onUpdate: ReferentialAction | undefined;
}

export type ReferentialAction = "cascade" | "set null" | "set default" | "restrict" | "no action";
