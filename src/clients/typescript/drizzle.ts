import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { amends, asks, builds, chain, each, gives, is, names, runs, writes } from "../members.ts";

const DATABASES = ["pg", "mysql", "sqlite", "singlestore", "mssql", "cockroach", "gel"];

function forEach(ending: string, member: ClientMember): Readonly<Record<string, ClientMember>> {
  return Object.fromEntries(DATABASES.map((name) => [`${name}${ending}`, member]));
}

/** A database or transaction of any driver (orm.drizzle.team/docs/insert, /update, /delete, /sql). */
const database: Readonly<Record<string, ClientMember>> = {
  insert: writes("insert", 0, { returns: "InsertBuilder" }),
  update: writes("update", 0, { returns: "Builder" }),
  delete: writes("delete", 0, { returns: "Builder" }),
  execute: runs(0),
  ...each("run all get values", asks(0)),
  transaction: { callback: { argument: 0, parameter: "Database" } },
  refreshMaterializedView: writes("write", 0),
  ...each("with", gives("Database")),
  $primary: is("Database"),
};

/** The names under which drivers export their databases and transactions. */
const databases = [
  "NodePgDatabase", "PostgresJsDatabase", "NeonHttpDatabase", "NeonDatabase", "VercelPgDatabase", "PgliteDatabase", "AwsDataApiPgDatabase", "XataHttpDatabase", "BunSQLDatabase", "PgRemoteDatabase", "PgDatabase", "PgTransaction",
  "MySql2Database", "MySqlDatabase", "MySqlTransaction", "PlanetScaleDatabase", "TiDBServerlessDatabase", "MySqlRemoteDatabase", "SingleStoreDriverDatabase",
  "BetterSQLite3Database", "LibSQLDatabase", "DrizzleD1Database", "BunSQLiteDatabase", "ExpoSQLiteDatabase", "OPSQLiteDatabase", "SQLJsDatabase", "DrizzleSqliteDODatabase", "SqliteRemoteDatabase", "BaseSQLiteDatabase", "SQLiteTransaction",
];

/** `varchar("email")` names the column, else its key does (orm.drizzle.team/docs/column-types/pg). */
const declares: ClientMember = { ...names(0, "Table"), columns: { kind: "keys", argument: 1, named: { call: true }, foreign: { argument: 2, call: "foreignKey" } } };

const text: ClientMember = { text: { kind: "same", text: 0 } };

export const drizzle: ClientLibrary = {
  id: "typescript/drizzle",
  language: "typescript",
  modules: ["drizzle-orm", "drizzle-orm/*"],
  declaring: ["drizzle-orm/"],
  recognised: [{ type: "Database", by: "table" }],
  exports: {
    drizzle: gives("Database"),
    withReplicas: gives("Database"),
    ...forEach("Table", declares),
    ...forEach("TableCreator", { naming: 0, returns: "TableCreator" }),
    ...forEach("Schema", { schema: 0, returns: "Schema" }),
    ...forEach("View", names(0, "Table")),
    ...forEach("MaterializedView", names(0, "Table")),
    ...each("alias aliasedTable", names(0, "Table")),
    ...each("getTableName getViewName", text),
    sql: is("Sql"),
  },
  types: {
    Database: { members: database },
    ...Object.fromEntries(databases.map((name) => [name, { extends: ["Database"], members: {} }])),
    Table: { members: { $inferSelect: {}, $inferInsert: {}, enableRLS: chain, as: chain, existing: chain }, otherMembers: {} },
    TableCreator: { members: {}, call: declares },
    Schema: { members: { table: declares, ...each("view materializedView", names(0, "Table")) } },
    InsertBuilder: { members: each("onConflictDoUpdate onDuplicateKeyUpdate", amends("upsert")), otherMembers: chain },
    Builder: { members: {}, otherMembers: chain },
    Sql: { members: { raw: text, identifier: { text: { kind: "identifier", name: 0 } }, join: {}, empty: {}, append: {} }, call: builds({ returns: "Builder" }) },
  },
};
