import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import type { Operation } from "../../model/sql-statement.ts";
import { chain, each, gives, is, runs, writesBefore } from "../members.ts";

const written = (member: ClientMember): ClientMember => ({ ...member, returns: "Query", origin: "loaded" });

/** Relating rows (sailsjs.com/documentation/reference/waterline-orm/models/add-to-collection); which of them, a call behind it says. */
const related = (joins: Operation): ClientMember => ({ operation: "update", joins, table: { argument: 1, relation: true }, returns: "Query" });

/** What a model does to its table (sailsjs.com/documentation/reference/waterline-orm/models). */
const model: Readonly<Record<string, ClientMember>> = {
  ...each("create createEach findOrCreate", written(writesBefore("insert"))),
  ...each("update updateOne", written(writesBefore("update"))),
  ...each("destroy destroyOne archive archiveOne", written(writesBefore("delete"))),
  ...each("find findOne", { returns: "Query", origin: "loaded" }),
  ...each("addToCollection replaceCollection", related("insert")),
  removeFromCollection: related("delete"),
  query: runs(0),
  getDatastore: gives("Datastore"),
};

/** Sails makes a global of each file of `api/models`, by its name, and one of itself (sailsjs.com/documentation/concepts/globals). */
export const waterline: ClientLibrary = {
  id: "typescript/waterline",
  language: "typescript",
  modules: ["sails", "waterline"],
  exports: { "*": is("Sails") },
  ambient: { folder: "api/models", word: "attributes", table: "tableName", naming: "lower", type: "Model" },
  types: {
    Model: { members: model },
    // Rows of old versions have methods of their own; what is awaited has none of the query's.
    Query: { members: { save: writesBefore("update"), destroy: writesBefore("delete"), exec: { returns: "receiver", callback: { argument: -1, parameter: "Query", index: 1 } } }, otherMembers: chain },
    Sails: { members: { sendNativeQuery: runs(0, { returns: "Raw" }), getDatastore: gives("Datastore"), models: is("Models") } },
    Models: { members: {}, otherMembers: { table: { argument: "name" }, is: "Model" } },
    Datastore: { members: { sendNativeQuery: runs(0, { returns: "Raw" }), transaction: { callback: { argument: 0, parameter: "Connection" } } } },
    Raw: { members: {}, otherMembers: chain },
    Connection: { members: {} },
  },
};
