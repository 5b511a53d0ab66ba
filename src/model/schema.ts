import type { Place } from "./place.ts";
import type { Dialect, Operation, TableName } from "./sql-statement.ts";
import type { ReferentialAction } from "./table-definition.ts";

/**
 * What one database holds when all migrations have run: later ALTER, RENAME and DROP are applied, down migrations left out.
 * Plain data, in the order of creation; names as written.
 */
export interface DatabaseSchema {
  /** The database's name in ownership.yaml; undefined where it names none. */
  readonly database: string | undefined;
  readonly dialect: Dialect;
  readonly tables: readonly SchemaTable[];
  readonly views: readonly SchemaView[];
  readonly triggers: readonly SchemaTrigger[];
  readonly rules: readonly SchemaRule[];
  readonly routines: readonly SchemaRoutine[];
  /** Synonyms, and names that tables had before a RENAME. */
  readonly aliases: readonly SchemaAlias[];
}

export interface SchemaTable {
  readonly name: TableName;
  /** The name where the table is created. */
  readonly place: Place;
  readonly origin: "sql" | "model";
  readonly columns: readonly SchemaColumn[];
  /** Empty where none is named. */
  readonly primaryKey: readonly string[];
  /** Column lists of UNIQUE constraints and indexes. */
  readonly uniqueKeys: readonly (readonly string[])[];
  readonly foreignKeys: readonly SchemaForeignKey[];
  readonly partitionOf?: TableName;
  readonly inherits: readonly TableName[];
  /** Tables that it was made from: CREATE TABLE AS, SELECT INTO, LIKE, and INSERT … SELECT of rows. */
  readonly copiesFrom: readonly SchemaLineage[];
  readonly temporary?: boolean;
}

export interface SchemaColumn {
  readonly name: string;
  /** As written, with its length; undefined where there is none. */
  readonly type: string | undefined;
  readonly place: Place;
  readonly generated?: boolean;
}

export interface SchemaForeignKey {
  readonly columns: readonly string[];
  readonly table: TableName;
  /** Empty: the other table's primary key. */
  readonly referenced: readonly string[];
  readonly onDelete: ReferentialAction | undefined;
  readonly onUpdate: ReferentialAction | undefined;
  readonly place: Place;
}

export interface SchemaLineage {
  readonly table: TableName;
  readonly how: "created" | "filled" | "trigger";
  readonly place: Place;
}

export interface SchemaView {
  readonly name: TableName;
  readonly place: Place;
  readonly reads: readonly TableName[];
  /** The table or view that a write goes to where the view is simply updatable: one source, no grouping, no set operation. */
  readonly base?: TableName;
}

/** A read or write that a body makes, in source order. */
export interface SchemaAccess {
  readonly operation: Operation;
  readonly table: TableName;
  readonly columns?: readonly string[];
  readonly place: Place;
}

/** A routine that a body or a statement runs. */
export interface SchemaCall {
  readonly name: TableName;
  readonly place: Place;
}

export interface SchemaTrigger {
  readonly name: TableName;
  readonly table: TableName;
  readonly place: Place;
  readonly timing: "before" | "after" | "instead-of";
  readonly events: readonly TriggerEvent[];
  readonly level: "row" | "statement";
  readonly accesses: readonly SchemaAccess[];
  readonly calls: readonly SchemaCall[];
}

export type TriggerEvent =
  | { readonly kind: "insert" | "delete" | "truncate" }
  /** `columns`: only where one of these is assigned; empty: any. */
  | { readonly kind: "update"; readonly columns: readonly string[] };

/** A rewrite rule of PostgreSQL. */
export interface SchemaRule {
  readonly name: string;
  readonly table: TableName;
  readonly place: Place;
  readonly event: "select" | "insert" | "update" | "delete";
  readonly instead: boolean;
  readonly accesses: readonly SchemaAccess[];
  readonly calls: readonly SchemaCall[];
}

export interface SchemaRoutine {
  readonly name: TableName;
  readonly kind: "function" | "procedure";
  readonly place: Place;
  readonly parameters: readonly string[];
  readonly accesses: readonly SchemaAccess[];
  readonly calls: readonly SchemaCall[];
}

export interface SchemaAlias {
  readonly alias: TableName;
  readonly target: TableName;
  readonly kind: "synonym" | "renamed";
  readonly place: Place;
}
