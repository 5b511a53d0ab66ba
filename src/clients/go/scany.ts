import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, each, is } from "../members.ts";

/** Reads what a statement returns into variables: of one with RETURNING too (pkg.go.dev/github.com/georgysavva/scany/v2/pgxscan). */
const readers: Readonly<Record<string, ClientMember>> = each("Select Get", asks(3));

export const scany: ClientLibrary = {
  id: "go/scany",
  language: "go",
  modules: ["github.com/georgysavva/scany/sqlscan", "github.com/georgysavva/scany/pgxscan", "github.com/georgysavva/scany/v2/sqlscan", "github.com/georgysavva/scany/v2/pgxscan"],
  exports: { ...readers, DefaultAPI: is("API") },
  types: { API: { members: readers } },
};
