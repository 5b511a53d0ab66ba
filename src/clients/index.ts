import type { ClientLibrary } from "../model/client.ts";
import { databaseSql } from "./go/database-sql.ts";
import { pgx } from "./go/pgx.ts";
import { sqlx } from "./go/sqlx.ts";
import { betterSqlite3 } from "./typescript/better-sqlite3.ts";
import { mysql2 } from "./typescript/mysql2.ts";
import { nodeSqlite } from "./typescript/node-sqlite.ts";
import { pg } from "./typescript/pg.ts";
import { postgres } from "./typescript/postgres.ts";
import { sqlTag } from "./typescript/sql-tag.ts";
import { sqlite3 } from "./typescript/sqlite3.ts";

/** The database libraries that are known, one file each. */
export const clientLibraries: readonly ClientLibrary[] = [
  databaseSql,
  sqlx,
  pgx,
  pg,
  mysql2,
  betterSqlite3,
  nodeSqlite,
  sqlite3,
  postgres,
  sqlTag,
];
