import type { ClientLibrary } from "../../model/client.ts";
import { gives, runs, tags } from "../members.ts";

/** Node's own SQLite (nodejs.org/api/sqlite.html) and Bun's, which has the same shape (bun.sh/docs/api/sqlite). */
export const nodeSqlite: ClientLibrary = {
  id: "typescript/node-sqlite",
  language: "typescript",
  modules: ["node:sqlite", "bun:sqlite"],
  dialect: "sqlite",
  exports: { default: {}, "*": {}, DatabaseSync: gives("DatabaseSync"), Database: gives("Database") },
  types: {
    DatabaseSync: {
      members: { exec: runs(0), prepare: runs(0, { returns: "StatementSync" }), createTagStore: gives("TagStore") },
    },
    TagStore: {
      members: Object.fromEntries(["run", "get", "all", "iterate"].map((name) => [name, tags()])),
    },
    StatementSync: { members: {} },
    Database: {
      members: { exec: runs(0), run: runs(0), prepare: runs(0, { returns: "StatementSync" }), query: runs(0, { returns: "StatementSync" }) },
    },
  },
};
