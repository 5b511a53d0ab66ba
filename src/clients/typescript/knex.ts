import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember, TableArgument } from "../../model/client-member.ts";
import type { ColumnSource } from "../../model/column-rules.ts";
import type { NamePlaceholders } from "../../model/name-placeholders.ts";
import { amends, asks, begins, chain, each, filling, gives, is, names, writes, writesBefore } from "../members.ts";

/** knexjs.org/guide/raw.html, "Raw Parameter Binding". */
const bindings: NamePlaceholders = { syntax: "keys", values: 1 };
const raw: ClientMember = filling(asks(0, { returns: "Raw" }), bindings);

/** A name, or an object of names by their aliases (knexjs.org/guide/query-builder.html#knex). */
const named: TableArgument = { argument: 0, list: true };

/** What names the table of a query (knexjs.org/guide/query-builder.html#from). */
const from = each("table from into", names(named, "QueryBuilder"));

/** What a query does to its table: on a query that has none yet, to the one that a later call names. */
const statements: Readonly<Record<string, ClientMember>> = {
  ...each("insert", begins("insert", "Statement")),
  ...each("upsert", begins("upsert", "Statement")),
  ...each("update increment decrement", begins("update", "Statement")),
  ...each("del delete", begins("delete", "Statement")),
  truncate: begins("truncate", "Statement"),
};

const queryStatements: Readonly<Record<string, ClientMember>> = {
  insert: writesBefore("insert", { returns: "receiver" }),
  upsert: writesBefore("upsert", { returns: "receiver" }),
  ...each("update increment decrement updateFrom", writesBefore("update", { returns: "receiver" })),
  ...each("del delete", writesBefore("delete", { returns: "receiver" })),
  truncate: writesBefore("truncate", { returns: "receiver" }),
  merge: amends("upsert"),
};

/** Queries that stand before another: the function writes one to the builder that it is given. */
const withQuery = each("with withRecursive withMaterialized withNotMaterialized", { returns: "Statement", callback: { argument: 1, parameter: "Statement" } });

/** What makes no column of what a table's builder has (knexjs.org/guide/schema-builder.html, "Schema Building"). */
const columns: ColumnSource = {
  kind: "callback",
  argument: 1,
  calls: { argument: 0, except: "index unique foreign primary check comment engine charset collate inherits timestamps setNullable dropNullable renameColumn dropColumn dropColumns dropIndex dropUnique dropForeign dropPrimary dropTimestamps".split(" ") },
};

/** knexjs.org/guide/schema-builder.html; there `table` means to alter one. */
const schemaChanges: Readonly<Record<string, ClientMember>> = {
  ...each("createTable createTableIfNotExists createTableLike", writes("create-table", 0, { returns: "receiver", columns })),
  ...each("alterTable table", writes("alter-table", 0, { returns: "receiver", columns })),
  ...each("dropTable dropTableIfExists", writes("drop-table", 0, { returns: "receiver" })),
  renameTable: writes("rename-table", 0, { returns: "receiver" }),
  ...each("createView createViewOrReplace createMaterializedView", writes("create-view", 0, { returns: "receiver" })),
  ...each("alterView renameView", writes("alter-view", 0, { returns: "receiver" })),
  ...each("dropView dropViewIfExists dropMaterializedView dropMaterializedViewIfExists", writes("drop-view", 0, { returns: "receiver" })),
  raw: filling(asks(0, { returns: "receiver" }), bindings),
  withSchema: { schema: 0, returns: "receiver" },
};

export const knex: ClientLibrary = {
  id: "typescript/knex",
  language: "typescript",
  customary: { knex: "Knex" },
  handles: { names: ["knex", "knexInstance", "db", "trx", "database"], type: "Knex" },
  modules: ["knex", "knex/*", "@tgriesser/knex", "nestjs-knex"],
  exports: { default: gives("Knex"), "*": gives("Knex"), knex: gives("Knex"), Knex: gives("Knex") },
  migrations: { functions: ["up", "down", "seed"], parameters: ["knex", "_knex", "Knex", "db", "trx"], type: "Knex" },
  types: {
    Knex: {
      members: {
        ...from,
        ...statements,
        raw,
        schema: is("SchemaBuilder"),
        ...each("queryBuilder select where", gives("Statement")),
        ...withQuery,
        withSchema: { schema: 0, returns: "Knex" },
        batchInsert: writes("insert", 0),
        transaction: { returns: "Transaction", callback: { argument: 0, parameter: "Transaction" } },
        transactionProvider: gives("TransactionProvider"),
        ...each("on withUserParams", gives("Knex")),
      },
      call: names(named, "QueryBuilder"),
    },
    Transaction: { extends: ["Knex"], members: {} },
    TransactionProvider: { members: {}, call: gives("Transaction") },
    QueryBuilder: { members: { ...from, ...queryStatements, withSchema: { schema: 0, returns: "receiver" }, ...withQuery }, otherMembers: chain },
    Statement: { members: { ...from, ...statements, withSchema: { schema: 0, returns: "receiver" }, ...withQuery }, otherMembers: chain },
    SchemaBuilder: { members: schemaChanges, otherMembers: chain },
    Raw: { members: {}, otherMembers: chain },
  },
};
