import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import type { Operation } from "../../model/sql-statement.ts";
import { amends, asks, begins, chain, each, gives, is, names, runs, writesBefore } from "../members.ts";

const PACKAGES = ["@adonisjs/lucid", "@adonisjs/lucid/*", "@adonisjs/core/helpers", "@ioc:Adonis/Lucid/*", "@ioc:Adonis/Core/Helpers"];

/** What the database service, a connection and a transaction share (lucid.adonisjs.com/docs/database-service). */
const client: Readonly<Record<string, ClientMember>> = {
  ...each("from table", names(0, "QueryBuilder")),
  query: gives("Statement"),
  insertQuery: gives("Statement"),
  ...each("rawQuery raw", asks(0, { returns: "Raw" })),
  ...each("connection manager", gives("Client")),
  transaction: { returns: "TransactionClientContract", callback: { argument: 0, parameter: "TransactionClientContract" } },
  beginGlobalTransaction: gives("TransactionClientContract"),
  truncate: { operation: "truncate", table: { argument: 0 } },
  schema: is("knex#SchemaBuilder"),
  ...each("knexQuery", gives("knex#Statement")),
  knexRawQuery: asks(0),
};

/** What a query does to the table that it has (lucid.adonisjs.com/docs/insert-query-builder, /select-query-builder). */
const statements: Readonly<Record<string, ClientMember>> = {
  ...each("insert multiInsert", writesBefore("insert", { returns: "receiver" })),
  ...each("update increment decrement", writesBefore("update", { returns: "receiver" })),
  ...each("delete del", writesBefore("delete", { returns: "receiver" })),
  merge: amends("upsert"),
};

const pending: Readonly<Record<string, ClientMember>> = {
  ...each("insert multiInsert", begins("insert", "Statement")),
  ...each("update increment decrement", begins("update", "Statement")),
  ...each("delete del", begins("delete", "Statement")),
};

const written = (operation: Operation): ClientMember => ({ ...writesBefore(operation, { returns: "Row" }), origin: "loaded" });

/** Creating a row, or finding it and else creating it (lucid.adonisjs.com/docs/crud-operations). */
const creations: Readonly<Record<string, ClientMember>> = {
  ...each("create createMany createQuietly createManyQuietly firstOrCreate fetchOrCreateMany", written("insert")),
  ...each("updateOrCreate updateOrCreateMany", written("upsert")),
};

export const lucid: ClientLibrary = {
  id: "typescript/lucid",
  language: "typescript",
  modules: PACKAGES,
  markers: ["BaseSchema"],
  exports: {
    default: is("Client"),
    Database: gives("Client"),
    BaseModel: { returns: "Row", class: { statics: "ModelClass", instances: "Row" } },
    ...each("BaseSchema BaseSeeder", { returns: "Schema", class: { statics: "Nothing", instances: "Schema" } }),
    compose: { text: { kind: "same", text: 0 } },
  },
  types: {
    Client: { members: client },
    ...Object.fromEntries(["TransactionClientContract", "QueryClientContract", "DatabaseContract", "Database"].map((name) => [name, { extends: ["Client"], members: {} }])),
    Statement: { members: { ...pending, ...each("table from into", names(0, "QueryBuilder")) }, otherMembers: chain },
    QueryBuilder: {
      model: 0,
      rows: "Row",
      members: { ...statements, ...each("table from into", names(0)), ...each("first firstOrFail", { returns: "Row", origin: "loaded" }) },
      otherMembers: chain,
    },
    ...Object.fromEntries(["ModelQueryBuilderContract", "DatabaseQueryBuilderContract"].map((name) => [name, { extends: ["QueryBuilder"], members: {}, model: 0 }])),
    Raw: { members: {}, otherMembers: chain },
    ModelClass: {
      members: {
        ...creations,
        truncate: writesBefore("truncate"),
        query: gives("QueryBuilder"),
        ...each("find findOrFail findBy findByOrFail first firstOrFail firstOrNew", { returns: "Row", origin: "loaded" }),
        ...each("all findMany findManyBy", { returns: "Row[]", origin: "loaded" }),
      },
      call: { returns: "Row", origin: "new" },
    },
    Row: {
      members: {
        ...each("save saveQuietly", { ...writesBefore("upsert", { returns: "receiver" }), byOrigin: true }),
        ...each("delete deleteQuietly", writesBefore("delete")),
        ...each("merge fill refresh load useTransaction enableForceUpdate", chain),
        related: { table: { argument: 0, relation: true }, returns: "Relation" },
      },
    },
    Relation: {
      members: {
        ...Object.fromEntries(Object.entries(creations).map(([name, member]): [string, ClientMember] => [name, { ...member, alsoJoins: "insert" }])),
        ...each("save saveMany", { ...writesBefore("upsert"), byOrigin: true, alsoJoins: "insert" }),
        ...each("associate dissociate", { operation: "update", table: { argument: "joining" } }),
        attach: { operation: "insert", table: { argument: "joining" } },
        detach: { operation: "delete", table: { argument: "joining" } },
        sync: { operation: "insert", table: { argument: "joining" } },
        pivotQuery: { table: { argument: "joining" }, returns: "QueryBuilder" },
        query: gives("QueryBuilder"),
      },
      otherMembers: chain,
    },
    ...Object.fromEntries(["BelongsTo", "HasOne"].map((name) => [name, { extends: ["Row"], members: {}, model: 0 }])),
    Schema: {
      members: {
        schema: is("knex#SchemaBuilder"),
        db: is("Client"),
        client: is("Client"),
        defer: { callback: { argument: 0, parameter: "Client" } },
        raw: runs(0),
      },
    },
    Nothing: { members: {} },
  },
  entities: {
    members: ["table"],
    relations: { decorators: { hasOne: {}, hasMany: {}, belongsTo: { holds: true }, hasManyThrough: {}, manyToMany: { joining: "pivotTable" } } },
    naming: "snake-plural",
  },
};
