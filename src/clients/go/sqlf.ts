import type { ClientLibrary } from "../../model/client.ts";
import { asks, chain, gives } from "../members.ts";

/** Statements whose verbs stand for parameters or for other statements (pkg.go.dev/github.com/keegancsmith/sqlf). */
export const sqlf: ClientLibrary = {
  id: "go/sqlf",
  language: "go",
  modules: ["github.com/keegancsmith/sqlf"],
  exports: { Sprintf: asks(0, { returns: "Query" }), Join: gives("Query") },
  types: { Query: { members: {}, otherMembers: chain } },
};
