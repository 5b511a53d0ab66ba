import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { each, gives, names, runs, writes, writesBefore } from "../members.ts";

const statement = runs(0, {}, ["sql"]);
const inTransaction: ClientMember = { callback: { argument: -1, parameter: "Transaction" } };

/** Mutations of a transaction, a table or a set of them, which name the table, and statements (cloud.google.com/nodejs/docs/reference/spanner/latest). */
export const googleSpanner: ClientLibrary = {
  id: "typescript/google-spanner",
  language: "typescript",
  modules: ["@google-cloud/spanner", "@google-cloud/spanner/*"],
  exports: { Spanner: gives("Spanner"), MutationSet: gives("Mutations") },
  types: {
    Spanner: { members: { instance: gives("Instance") } },
    Instance: { members: { database: gives("Database") } },
    Database: {
      members: {
        runTransactionAsync: inTransaction,
        runTransaction: { callback: { argument: -1, parameter: "Transaction", index: 1 } },
        getTransaction: { returns: "Transaction[]", callback: { argument: -1, parameter: "Transaction", index: 1 } },
        runPartitionedUpdate: statement,
        ...each("updateSchema createTable", { sql: { argument: 0, keys: ["statements"], writes: true } }),
        table: names(0, "Table"),
      },
    },
    Table: { members: { insert: writesBefore("insert"), update: writesBefore("update"), upsert: writesBefore("upsert"), replace: writesBefore("replace"), deleteRows: writesBefore("delete"), drop: writesBefore("drop-table"), delete: writesBefore("drop-table") } },
    Mutations: { members: { insert: writes("insert", 0), update: writes("update", 0), upsert: writes("upsert", 0), replace: writes("replace", 0), deleteRows: writes("delete", 0) } },
    MutationSet: { extends: ["Mutations"], members: {} },
    Transaction: { extends: ["Mutations"], members: { runUpdate: statement, batchUpdate: { sql: { argument: 0, keys: ["sql"], list: true, writes: true } } } },
  },
};
