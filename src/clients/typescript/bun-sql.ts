import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { builds, each, gives, is, runs } from "../members.ts";

const begins: ClientMember = { callback: { argument: -1, parameter: "Sql" } };

/** Bun's client for PostgreSQL, MySQL and SQLite (bun.sh/docs/api/sql): called with a text its tag gives that name, quoted. The runtime has it as the global `Bun` too. */
export const bunSql: ClientLibrary = {
  id: "typescript/bun-sql",
  language: "typescript",
  modules: ["bun", "Bun", "bun-types"],
  exports: { default: is("Bun"), "*": is("Bun"), sql: is("Sql"), postgres: is("Sql"), SQL: gives("Sql") },
  types: {
    Bun: { members: { sql: is("Sql"), postgres: is("Sql"), SQL: gives("Sql") } },
    Sql: {
      members: { unsafe: runs(0), ...each("begin transaction beginDistributed distributed savepoint", begins), reserve: gives("Sql") },
      call: { ...builds(), text: { kind: "identifier", name: 0 } },
    },
    ...Object.fromEntries(["SQL", "TransactionSQL", "SavepointSQL", "ReservedSQL"].map((name) => [name, { extends: ["Sql"], members: {} }])),
  },
};
