import type { ClientLibrary } from "../../model/client.ts";
import { chain, each, gives, runs } from "../members.ts";

/** D1 and the SQLite storage of Durable Objects (developers.cloudflare.com/d1/worker-api): bindings of a type that the runtime declares. */
export const cloudflare: ClientLibrary = {
  id: "typescript/cloudflare",
  language: "typescript",
  modules: ["@cloudflare/workers-types", "@cloudflare/workers-types/*"],
  dialect: "sqlite",
  exports: {},
  globals: ["D1Database", "D1DatabaseSession", "SqlStorage", "DurableObjectStorage", "DurableObjectState"],
  types: {
    D1Database: { members: { prepare: runs(0, { returns: "D1PreparedStatement" }), exec: runs(0), withSession: gives("D1DatabaseSession") } },
    D1DatabaseSession: { extends: ["D1Database"], members: {} },
    D1PreparedStatement: { members: each("bind", chain) },
    DurableObjectState: { members: { storage: { is: "DurableObjectStorage" } } },
    DurableObjectStorage: { members: { sql: { is: "SqlStorage" } } },
    SqlStorage: { members: { exec: runs(0) } },
  },
};
