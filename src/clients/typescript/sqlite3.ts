import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { gives, runs } from "../members.ts";

const handle: Readonly<Record<string, ClientMember>> = {
  run: runs(0, { returns: "Database" }),
  get: runs(0, { returns: "Database" }),
  all: runs(0, { returns: "Database" }),
  each: runs(0, { returns: "Database" }),
  exec: runs(0, { returns: "Database" }),
  prepare: runs(0, { returns: "Statement" }),
};

/** sqlite3 (github.com/TryGhost/node-sqlite3/wiki/API) and sqlite, its wrapper with promises. */
export const sqlite3: ClientLibrary = {
  id: "typescript/sqlite3",
  language: "typescript",
  modules: ["sqlite3", "sqlite"],
  dialect: "sqlite",
  exports: { default: {}, "*": {}, Database: gives("Database"), verbose: gives("Module"), open: gives("Database"), cached: gives("Module") },
  types: {
    Module: { members: { Database: gives("Database"), cached: gives("Module") } },
    Database: { members: handle },
    Statement: { members: {} },
  },
};
