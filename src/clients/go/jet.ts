import type { ClientLibrary } from "../../model/client.ts";
import { amends, asks, chain, names, writesBefore } from "../members.ts";

/** Generated tables embed what NewTable gives (github.com/go-jet/jet/wiki/Model): `Users.INSERT(…)`. */
export const jet: ClientLibrary = {
  id: "go/jet",
  language: "go",
  modules: ["github.com/go-jet/jet/*", "github.com/go-jet/jet/v2/*"],
  exports: { NewTable: names(1, "Table"), RawStatement: asks(0) },
  types: {
    Table: { members: { INSERT: writesBefore("insert", { returns: "Insert" }), UPDATE: writesBefore("update"), DELETE: writesBefore("delete"), TableName: names({ argument: "receiver" }, "Table") } },
    Insert: { members: { DO_UPDATE: amends("upsert") }, otherMembers: chain },
  },
};
