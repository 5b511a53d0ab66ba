import type { ClientLibrary } from "../../model/client.ts";
import type { BoundFunctions, ClientMember } from "../../model/client-member.ts";
import { chain, each, gives, is, names, writesBefore } from "../members.ts";

/** What a row does (bookshelfjs.org/api.html, "Model"). */
const rowMembers: Readonly<Record<string, ClientMember>> = {
  save: { ...writesBefore("upsert", { returns: "receiver" }), byOrigin: true },
  destroy: writesBefore("delete", { returns: "receiver" }),
  ...each("fetch refresh first", { returns: "receiver", origin: "loaded" }),
};

/** What a model's rows have, then what the model itself has (bookshelfjs.org/api.html#Model-static-extend). */
function methodsFrom(argument: number): readonly BoundFunctions[] {
  return [{ argument, type: "Model" }, { argument: argument + 1 }];
}

export const bookshelf: ClientLibrary = {
  id: "typescript/bookshelf",
  language: "typescript",
  modules: ["bookshelf"],
  exports: { default: gives("Bookshelf"), "*": gives("Bookshelf") },
  types: {
    Bookshelf: {
      members: {
        Model: { returns: "Model", class: { statics: "ModelClass", instances: "Model" } },
        model: { ...names({ argument: 1, keys: ["tableName"] }, "ModelClass"), binds: methodsFrom(1) },
        knex: is("knex#Knex"),
        transaction: { callback: { argument: 0, parameter: "Transaction" } },
      },
    },
    ModelClass: {
      members: {
        extend: { ...names({ argument: 0, keys: ["tableName"] }, "ModelClass"), binds: methodsFrom(0) },
        forge: { returns: "Model", origin: "new" },
        ...each("where query", gives("Model")),
      },
      call: { returns: "Model", origin: "new" },
    },
    Model: { members: rowMembers, otherMembers: chain },
    Transaction: { extends: ["knex#Transaction"], members: {} },
  },
  recognised: [{ type: "ModelClass", by: "file", under: "models", word: "tableName" }],
  entities: { members: ["tableName"], naming: undefined },
};
