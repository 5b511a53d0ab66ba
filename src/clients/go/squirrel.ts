import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { amends, asks, chain, each, gives, is, names, writes } from "../members.ts";

/** What the package and its StatementBuilder begin (pkg.go.dev/github.com/Masterminds/squirrel). */
const statements: Readonly<Record<string, ClientMember>> = {
  Insert: writes("insert", 0, { returns: "InsertBuilder" }),
  Replace: writes("replace", 0, { returns: "InsertBuilder" }),
  Update: writes("update", 0, { returns: "UpdateBuilder" }),
  Delete: writes("delete", 0, { returns: "DeleteBuilder" }),
  Select: gives("SelectBuilder"),
};

export const squirrel: ClientLibrary = {
  id: "go/squirrel",
  language: "go",
  modules: ["github.com/Masterminds/squirrel", "gopkg.in/Masterminds/squirrel.v1", "github.com/lann/squirrel", "github.com/elgris/sqrl", "*/squirrel"],
  exports: { ...statements, Expr: asks(0), StatementBuilder: is("StatementBuilderType") },
  types: {
    StatementBuilderType: { members: statements, otherMembers: chain },
    InsertBuilder: { members: { Into: names(0), ...each("Suffix SuffixExpr", { ...amends("upsert"), onlyWith: { words: ["do update", "key update"] } }) }, otherMembers: chain },
    UpdateBuilder: { members: { Table: names(0) }, otherMembers: chain },
    DeleteBuilder: { members: { From: names(0) }, otherMembers: chain },
    SelectBuilder: { members: {}, otherMembers: chain },
    // Any of them: the write stands where it was begun.
    Sqlizer: { members: {}, otherMembers: chain },
  },
};
