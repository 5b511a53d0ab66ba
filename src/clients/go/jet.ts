import type { ClientLibrary } from "../../model/client.ts";
import { each, names, writesBefore } from "../members.ts";

/** Generated tables embed what NewTable gives (github.com/go-jet/jet/wiki/Model): `Users.INSERT(…)`. */
export const jet: ClientLibrary = {
  id: "go/jet",
  language: "go",
  modules: ["github.com/go-jet/jet/*", "github.com/go-jet/jet/v2/*"],
  exports: { NewTable: names(1, "Table") },
  types: {
    Table: { members: { ...each("INSERT", writesBefore("insert")), ...each("UPDATE", writesBefore("update")), ...each("DELETE", writesBefore("delete")) } },
  },
};
