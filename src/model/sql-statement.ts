import type { Span } from "./place.ts";

/** A database's language. `generic` when it is not known. */
export type Dialect =
  | "generic"
  | "sqlite"
  | "postgres"
  | "mysql"
  | "mariadb"
  | "sqlserver"
  | "oracle"
  | "clickhouse"
  | "snowflake"
  | "bigquery"
  | "redshift";

/** What a statement does to a table; `write` where only that it writes is known. */
export type Operation =
  | "read"
  | "insert"
  | "upsert"
  | "update"
  | "delete"
  | "replace"
  | "merge"
  | "truncate"
  | "write"
  | "create-table"
  | "alter-table"
  | "drop-table"
  | "rename-table"
  | "create-view"
  | "alter-view"
  | "drop-view"
  | "create-index"
  | "drop-index"
  | "create-trigger"
  | "drop-trigger"
  | "comment"
  | "grant"
  | "revoke";

/** A table as a statement names it, quotes stripped, letters as written. */
export interface TableName {
  readonly name: string;
  readonly schema?: string;
  readonly database?: string;
  /** The name was quoted: its case counts where the dialect says so. */
  readonly quoted: boolean;
}

/** One table that one statement reads or writes. Spans are offsets in the text that was read. */
export interface StatementAccess {
  readonly operation: Operation;
  /** Undefined where the name holds a hole. */
  readonly table: TableName | undefined;
  /** The table's name as written (with its schema), or the hole, or the verb where there is neither. */
  readonly span: Span;
  /** Columns that an INSERT or UPDATE assigns, in order, where the statement names them. */
  readonly columns?: readonly string[];
  /** A table that lives in this session only: TEMPORARY, `#t`, a `pg_temp` schema. */
  readonly temporary?: boolean;
  /** The statement stands in the body of a trigger, function, procedure, rule or DO block: it runs when that runs. */
  readonly inBody?: boolean;
  /** Of GRANT and REVOKE: which rights, and whose. */
  readonly rights?: TableRights;
  /** A created table takes rows or columns from these: CREATE TABLE AS, SELECT INTO, LIKE. */
  readonly copiesFrom?: readonly TableName[];
}

/** What GRANT gives and REVOKE takes. */
export interface TableRights {
  /** No other right than that to read. */
  readonly readOnly: boolean;
  /** As written, quotes and hosts left out: `clinic`, `PUBLIC`; those are left out that the source does not tell. */
  readonly roles: readonly string[];
}

/** A statement found in a text. */
export interface SqlStatement {
  /** From the verb (or WITH) to the end, without `;`. */
  readonly span: Span;
  /** The verb of the statement, behind a CTE list: `UPDATE`. */
  readonly verb: Span;
  /** Whether the text has the form of a statement without a database call to say so; false for prose. */
  readonly formed: boolean;
  /** Reads and writes, in source order. */
  readonly accesses: readonly StatementAccess[];
  /** The part of a migration file that it stands in: `-- +goose Down`, `-- migrate:up`. */
  readonly part?: "up" | "down";
}

export interface SqlReading {
  readonly statements: readonly SqlStatement[];
}
