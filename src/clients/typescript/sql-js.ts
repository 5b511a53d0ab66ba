import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { each, gives, is, runs } from "../members.ts";

const members: Readonly<Record<string, ClientMember>> = {
  ...each("exec run", runs(0, { returns: "Database" }, ["sql"])),
  prepare: runs(0, { returns: "Statement" }),
};

/** SQLite as WebAssembly: sql.js (sql.js.org/documentation) and SQLite's own build, whose statements are texts or `{ sql }` (sqlite.org/wasm/doc/trunk/api-oo1.md). */
export const sqlJs: ClientLibrary = {
  id: "typescript/sql-js",
  language: "typescript",
  modules: ["sql.js", "sql.js/*", "@sqlite.org/sqlite-wasm", "@sqlite.org/sqlite-wasm/*", "sql.js-fts5", "@jlongster/sql.js"],
  dialect: "sqlite",
  exports: { default: gives("Module"), "*": gives("Module"), Database: gives("Database") },
  types: {
    Module: { members: { Database: gives("Database"), oo1: is("Oo1"), installOpfsSAHPoolVfs: gives("Oo1") } },
    ...Object.fromEntries(["SqlJsStatic", "Sqlite3Static"].map((name) => [name, { extends: ["Module"], members: {} }])),
    Oo1: { members: each("DB OpfsDb JsStorageDb OpfsSAHPoolDb", gives("Database")) },
    Database: {
      members: {
        ...members,
        ...each("each iterateStatements", runs(0)),
        ...each("selectArray selectArrays selectObject selectObjects selectValue selectValues", runs(0)),
        ...each("transaction savepoint", { callback: { argument: -1, parameter: "Database" } }),
      },
    },
    OpfsDatabase: { extends: ["Database"], members: {} },
    Statement: { members: {} },
  },
};
