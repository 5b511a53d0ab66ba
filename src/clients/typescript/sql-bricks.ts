import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { chain, each, is, writes } from "../members.ts";

/** The table is an argument, or named later in the chain (csnw.github.io/sql-bricks). */
const statements: Readonly<Record<string, ClientMember>> = {
  ...each("insert insertInto", { ...writes("insert", 0, { returns: "Statement" }), beside: "sql-bricks" }),
  update: { ...writes("update", 0, { returns: "Statement" }), beside: "sql-bricks" },
  ...each("delete deleteFrom", { ...writes("delete", 0, { returns: "Statement" }), beside: "sql-bricks" }),
};

export const sqlBricks: ClientLibrary = {
  id: "typescript/sql-bricks",
  language: "typescript",
  modules: ["sql-bricks", "sql-bricks-postgres", "sql-bricks-mysql", "sql-bricks-sqlite"],
  exports: { ...statements, default: is("Bricks"), "*": is("Bricks") },
  types: {
    Bricks: { members: statements },
    Statement: { members: {}, otherMembers: chain },
  },
};
