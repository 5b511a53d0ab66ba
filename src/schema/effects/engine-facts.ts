import type { Dialect } from "../../model/sql-statement.ts";

/** What engines do differently when a statement sets off others. */
export interface EngineFacts {
  /** Rows changed by a foreign key's action fire the triggers of their table. */
  readonly cascadesFireTriggers: boolean;
  /** Views through which rows are written without a trigger or a rule. */
  readonly updatableViews: "none" | "of-one-table" | "of-joins";
  /** TRUNCATE … CASCADE empties the tables that refer to the table, whatever their foreign keys say. */
  readonly truncateCascades: boolean;
  /** Rows that REPLACE takes away fire DELETE triggers. */
  readonly replaceFiresDelete: "always" | "when-recursive";
  /** An UPDATE or DELETE of a table changes the tables that inherit from it too. */
  readonly writesReachChildren: boolean;
  /** DROP TABLE deletes the rows first: foreign keys act on it, triggers do not. */
  readonly dropDeletesRows: boolean;
}

/** https://sqlite.org/lang_conflict.html, https://sqlite.org/lang_createview.html, https://sqlite.org/foreignkeys.html#fk_schemacommands */
const sqlite: EngineFacts = { cascadesFireTriggers: true, updatableViews: "none", truncateCascades: false, replaceFiresDelete: "when-recursive", writesReachChildren: false, dropDeletesRows: true };
/** https://www.postgresql.org/docs/current/sql-truncate.html, https://www.postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS */
const postgres: EngineFacts = { cascadesFireTriggers: true, updatableViews: "of-one-table", truncateCascades: true, replaceFiresDelete: "always", writesReachChildren: true, dropDeletesRows: false };
/** https://mariadb.com/kb/en/trigger-limitations/, https://dev.mysql.com/doc/refman/8.4/en/view-updatability.html */
const mysql: EngineFacts = { cascadesFireTriggers: false, updatableViews: "of-joins", truncateCascades: false, replaceFiresDelete: "always", writesReachChildren: false, dropDeletesRows: false };
/** https://learn.microsoft.com/en-us/sql/t-sql/statements/create-view-transact-sql#updatable-views */
const others: EngineFacts = { ...mysql, cascadesFireTriggers: true };

export function engineFacts(dialect: Dialect): EngineFacts {
  switch (dialect) {
    case "sqlite":
      return sqlite;
    case "postgres":
    case "redshift":
      return postgres;
    case "mysql":
    case "mariadb":
      return mysql;
    default:
      return others;
  }
}
