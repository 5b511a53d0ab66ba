import type { Dialect } from "../model/sql-statement.ts";

/** How a dialect compares names, and which schema it means where none is written. */
export interface NameRules {
  /** Whether quoted names keep their case; names without quotes then read as small letters. */
  readonly quotedKeepCase: boolean;
  readonly defaultSchemas: readonly string[];
  /** Whether `a.b` names the database `a`, for there is nothing between a database and its tables. */
  readonly schemaIsDatabase: boolean;
}

/**
 * SQLite: https://www.sqlite.org/lang_naming.html. PostgreSQL: https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS.
 * MySQL compares table names as the file system does; on most machines of developers that is without case
 * (https://dev.mysql.com/doc/refman/8.4/en/identifier-case-sensitivity.html). SQL Server follows the collation, by default without case.
 */
export function nameRulesOf(dialect: Dialect): NameRules {
  switch (dialect) {
    case "generic":
      return { ...CASELESS, defaultSchemas: ["main", "public", "dbo"] };
    case "sqlite":
      return { ...CASELESS, defaultSchemas: ["main"] };
    case "postgres":
    case "redshift":
      return { ...CASELESS, quotedKeepCase: dialect === "postgres", defaultSchemas: ["public"] };
    case "sqlserver":
      return { ...CASELESS, defaultSchemas: ["dbo"] };
    case "mysql":
    case "mariadb":
    case "clickhouse":
      return { ...CASELESS, schemaIsDatabase: true };
    case "snowflake":
      return { ...CASELESS, defaultSchemas: ["public"] };
    case "oracle":
    case "bigquery":
      return CASELESS;
  }
}

const CASELESS: NameRules = { quotedKeepCase: false, defaultSchemas: [], schemaIsDatabase: false };

/** Whether two dialects speak to databases of one kind. */
export function sameFamily(a: Dialect, b: Dialect): boolean {
  return a === b || a === "generic" || b === "generic" || familyOf(a) === familyOf(b);
}

function familyOf(dialect: Dialect): Dialect {
  if (dialect === "mariadb") return "mysql";
  return dialect === "redshift" ? "postgres" : dialect;
}
