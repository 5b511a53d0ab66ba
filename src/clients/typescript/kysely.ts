import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember, TableArgument } from "../../model/client-member.ts";
import type { ColumnSource } from "../../model/column-rules.ts";
import { amends, begins, builds, chain, each, gives, is, names, runs, writes } from "../members.ts";

/** One, or a list of them (kysely-org.github.io/kysely-apidoc/classes/Kysely.html#updateTable). */
const tables: TableArgument = { argument: 0, list: true };

/** What Kysely, a transaction and the creator that `with` hands over share (kysely-org.github.io/kysely-apidoc). */
const queries: Readonly<Record<string, ClientMember>> = {
  insertInto: writes("insert", 0, { returns: "InsertQueryBuilder" }),
  replaceInto: writes("replace", 0, { returns: "InsertQueryBuilder" }),
  updateTable: writes("update", tables, { returns: "UpdateQueryBuilder" }),
  deleteFrom: writes("delete", tables, { returns: "DeleteQueryBuilder" }),
  mergeInto: writes("merge", 0, { returns: "MergeQueryBuilder" }),
  ...each("with withRecursive", { returns: "receiver", callback: { argument: 1, parameter: "QueryCreator" } }),
  withSchema: { schema: 0, returns: "receiver" },
  ...each("withPlugin withoutPlugins withTables $extendTables", chain),
  dynamic: is("DynamicModule"),
};

const columns: ColumnSource = { kind: "chain", calls: { argument: 0, only: ["addColumn"] } };

const schemaChanges: Readonly<Record<string, ClientMember>> = {
  createTable: writes("create-table", 0, { returns: "Statement", columns }),
  alterTable: writes("alter-table", 0, { returns: "Statement", columns }),
  dropTable: writes("drop-table", 0, { returns: "Statement" }),
  createView: writes("create-view", 0, { returns: "Statement" }),
  dropView: writes("drop-view", 0, { returns: "Statement" }),
  createIndex: begins("create-index", "IndexBuilder"),
  dropIndex: begins("drop-index", "IndexBuilder"),
  withSchema: { schema: 0, returns: "receiver" },
};

const fragment: ClientMember = { text: { kind: "same", text: 0 } };

export const kysely: ClientLibrary = {
  id: "typescript/kysely",
  language: "typescript",
  customary: { kysely: "Kysely" },
  handles: { names: ["kysely", "db", "trx", "database"], type: "Kysely" },
  modules: ["kysely", "kysely/*", "@vercel/postgres-kysely", "nestjs-kysely"],
  exports: { Kysely: gives("Kysely"), createKysely: gives("Kysely"), sql: is("Sql"), CompiledQuery: is("CompiledQuery") },
  migrations: { functions: ["up", "down"], parameters: ["db"], type: "Kysely" },
  types: {
    Kysely: {
      members: {
        ...queries,
        schema: is("SchemaModule"),
        ...each("transaction startTransaction connection", gives("TransactionBuilder")),
      },
    },
    Transaction: { extends: ["Kysely"], members: {} },
    ControlledTransaction: { extends: ["Kysely"], members: {} },
    QueryCreator: { members: queries },
    DynamicModule: { members: { table: { ...names(0, "DynamicTable"), origin: "loaded" } } },
    DynamicTable: { members: { as: chain } },
    TransactionBuilder: { members: { execute: { returns: "Transaction", callback: { argument: 0, parameter: "Transaction" } } }, otherMembers: chain },
    InsertQueryBuilder: {
      members: {
        onConflict: { returns: "receiver", callback: { argument: 0, parameter: "OnConflictBuilder" } },
        onDuplicateKeyUpdate: amends("upsert"),
        orReplace: amends("replace"),
      },
      otherMembers: chain,
    },
    OnConflictBuilder: { members: { doUpdateSet: amends("upsert") }, otherMembers: chain },
    ...Object.fromEntries(["UpdateQueryBuilder", "DeleteQueryBuilder", "MergeQueryBuilder", "Statement"].map((name) => [name, { members: {}, otherMembers: chain }])),
    SchemaModule: { members: schemaChanges },
    IndexBuilder: { members: { on: names(0) }, otherMembers: chain },
    Sql: {
      members: { ...each("raw lit", fragment), id: { text: { kind: "identifier", name: 0, rest: true } }, ...each("table ref", { text: { kind: "identifier", name: 0 } }), join: {} },
      call: builds({ returns: "Statement" }),
    },
    CompiledQuery: { members: { raw: runs(0) } },
  },
};
