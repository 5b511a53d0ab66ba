import type { ClientLibrary, ClientMember } from "../../model/client.ts";
import { chain, each, gives, is, writesBefore } from "../members.ts";

/** What a query does to the table of its model (vincit.github.io/objection.js/api/query-builder/mutate-methods.html). */
const mutations: Readonly<Record<string, ClientMember>> = {
  ...each("insert insertAndFetch insertGraph insertGraphAndFetch insertWithRelated", writesBefore("insert", { returns: "receiver" })),
  ...each("upsertGraph upsertGraphAndFetch", writesBefore("upsert", { returns: "receiver" })),
  ...each("patch patchAndFetch patchAndFetchById update updateAndFetch updateAndFetchById increment decrement", writesBefore("update", { returns: "receiver" })),
  ...each("delete del deleteById", writesBefore("delete", { returns: "receiver" })),
  truncate: writesBefore("truncate", { returns: "receiver" }),
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
        ...each("bindKnex bindTransaction", chain),
        ...each("knex", gives("knex#Knex")),
        ...each("transaction startTransaction", { returns: "knex#Transaction", callback: { argument: 0, parameter: "Transaction" } }),
      },
    },
    Model: { extends: ["ModelClass"], members: { $query: gives("QueryBuilder"), $relatedQuery: related, $knex: gives("knex#Knex") } },
    Transaction: { extends: ["knex#Transaction"], members: {} },
    QueryBuilder: { members: mutations, otherMembers: chain, model: 0 },
    Knex: { members: { knex: is("knex#Knex") } },
  },
  recognised: [{ type: "ModelClass", by: "file", under: "models", word: "tableName" }],
  entities: { members: ["tableName"], naming: undefined },
};
