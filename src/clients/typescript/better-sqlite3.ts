import type { ClientLibrary } from "../../model/client.ts";
import { gives, runs } from "../members.ts";

/** better-sqlite3 (its docs/api.md). */
export const betterSqlite3: ClientLibrary = {
  id: "typescript/better-sqlite3",
  language: "typescript",
  modules: ["better-sqlite3", "better-sqlite3-multiple-ciphers", "libsql"],
  dialect: "sqlite",
  exports: { default: gives("Database"), "*": gives("Database"), Database: gives("Database") },
  types: {
    Database: { members: { prepare: runs(0, { returns: "Statement" }), exec: runs(0, { returns: "Database" }) } },
    Statement: { members: {} },
  },
};
