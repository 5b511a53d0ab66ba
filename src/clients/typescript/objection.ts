import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import type { Operation } from "../../model/sql-statement.ts";
import { chain, each, gives, is, writesBefore } from "../members.ts";

/** Relating rows updates the table that holds the key; rows of one that joins two models come and go. */
const joined = (joins: Operation): ClientMember => ({ operation: "update", joins, table: { argument: "joining" } });

/** What a query does to the table of its model (vincit.github.io/objection.js/api/query-builder/mutate-methods.html). */
const mutations: Readonly<Record<string, ClientMember>> = {
  // Rows of a relation by way of a table come with one of that (vincit.github.io/objection.js/guide/query-examples.html#relation-insert-queries).
  ...each("insert insertAndFetch", writesBefore("insert", { returns: "receiver", alsoJoins: "insert" })),
  ...each("insertGraph insertGraphAndFetch insertWithRelated insertWithRelatedAndFetch", writesBefore("insert", { returns: "receiver", graph: 0, alsoJoins: "insert" })),
  ...each("upsertGraph upsertGraphAndFetch", writesBefore("upsert", { returns: "receiver", graph: 0 })),
  ...each("patch patchAndFetch patchAndFetchById update updateAndFetch updateAndFetchById increment decrement", writesBefore("update", { returns: "receiver" })),
  ...each("delete del deleteById", writesBefore("delete", { returns: "receiver" })),
  truncate: writesBefore("truncate", { returns: "receiver" }),
  relate: { ...joined("insert"), returns: "receiver" },
  unrelate: { ...joined("delete"), returns: "receiver" },
  merge: { ...writesBefore("upsert", { returns: "receiver" }), amends: true },
};

const related: ClientMember = { table: { argument: 0, relation: true }, returns: "QueryBuilder" };

export const objection: ClientLibrary = {
  id: "typescript/objection",
  language: "typescript",
  modules: ["objection"],
  exports: { Model: { returns: "Model", class: { statics: "ModelClass", instances: "Model" } }, transaction: { callback: { argument: -1, parameter: "Transaction" } } },
  types: {
    ModelClass: {
      members: {
        query: gives("QueryBuilder"),
        relatedQuery: related,
        ...each("BelongsToOneRelation HasOneRelation HasManyRelation ManyToManyRelation HasOneThroughRelation", {}),
        ...each("bindKnex bindTransaction", chain),
        knex: gives("knex#Knex"),
        // vincit.github.io/objection.js/api/model/static-methods.html#static-knexquery
        knexQuery: gives("knex#QueryBuilder"),
        ...each("transaction startTransaction", { returns: "knex#Transaction", callback: { argument: 0, parameter: "Transaction" } }),
      },
    },
    Model: { extends: ["ModelClass"], members: { $query: gives("QueryBuilder"), $relatedQuery: related, $knex: gives("knex#Knex") } },
    Transaction: { extends: ["knex#Transaction"], members: {} },
    QueryBuilder: { members: { ...mutations, $relatedQuery: related, $query: chain }, otherMembers: chain, model: 0, rows: "Model" },
    Knex: { members: { knex: is("knex#Knex") } },
  },
  recognised: [{ type: "ModelClass", by: "file", under: "models", word: "tableName" }],
  entities: {
    members: ["tableName"],
    // vincit.github.io/objection.js/api/types/#type-relationmapping
    relations: { member: { name: "relationMappings", model: "modelClass", column: ["join", "to"], joining: ["join", "through", "from"], kind: { key: "relation", holding: ["BelongsToOneRelation"] } } },
    naming: undefined,
  },
};
