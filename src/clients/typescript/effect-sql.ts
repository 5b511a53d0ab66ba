import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { builds, each, gives, is, names, runs, writesBefore } from "../members.ts";

/** The tag itself; called with a text it gives that name, quoted (effect.website/docs/v3/api/sql/SqlClient). */
const tag: ClientMember = { ...builds(), text: { kind: "identifier", name: 0 } };

/** The client of each database, all of one kind. */
const CLIENTS = "SqlClient PgClient MysqlClient MssqlClient SqliteClient LibsqlClient D1Client ClickhouseClient";

const PACKAGES = "sql sql-pg sql-mysql2 sql-mssql sql-sqlite-node sql-sqlite-bun sql-sqlite-wasm sql-sqlite-do sql-sqlite-react-native sql-libsql sql-d1 sql-clickhouse";

export const effectSql: ClientLibrary = {
  id: "typescript/effect-sql",
  language: "typescript",
  modules: [...PACKAGES.split(" ").flatMap((name) => [`@effect/${name}`, `@effect/${name}/*`]), "effect/unstable/sql", "effect/unstable/sql/*"],
  exports: {
    ...each(CLIENTS, is("SqlClient")),
    // effect.website/docs/v3/api/sql/Model, "makeRepository"
    ...each("Model SqlModel", is("Models")),
    makeRepository: names({ argument: 1, keys: ["tableName"], keysOnly: true }, "Repository"),
  },
  types: {
    SqlClient: {
      members: { ...each(CLIENTS, is("SqlClient")), ...each("make fromPool", gives("SqlClient")), unsafe: runs(0), literal: { text: { kind: "same", text: 0 } }, safe: is("SqlClient"), withoutTransforms: gives("SqlClient") },
      call: tag,
    },
    ...Object.fromEntries(CLIENTS.split(" ").slice(1).map((name) => [name, { extends: ["SqlClient"], members: {} }])),
    Models: { members: { makeRepository: names({ argument: 1, keys: ["tableName"], keysOnly: true }, "Repository") } },
    Repository: {
      members: { ...each("insert insertVoid", writesBefore("insert")), ...each("update updateVoid", writesBefore("update")), delete: writesBefore("delete") },
    },
  },
};
