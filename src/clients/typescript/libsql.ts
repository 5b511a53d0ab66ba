import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { each, gives, runs } from "../members.ts";

/** A client or transaction (docs.turso.tech/sdk/ts/reference): statements are texts or `{ sql, args }`. */
const members: Readonly<Record<string, ClientMember>> = {
  execute: runs(0, {}, ["sql"]),
  executeMultiple: runs(0),
  ...each("batch migrate", { sql: { argument: 0, keys: ["sql"], list: true, writes: true } }),
};

export const libsql: ClientLibrary = {
  id: "typescript/libsql",
  language: "typescript",
  modules: ["@libsql/client", "@libsql/client/*", "@libsql/core/*", "@tursodatabase/serverless"],
  dialect: "sqlite",
  exports: { ...each("createClient connect", gives("Client")) },
  types: {
    Client: { members: { ...members, transaction: gives("Transaction") } },
    Transaction: { members },
  },
};
