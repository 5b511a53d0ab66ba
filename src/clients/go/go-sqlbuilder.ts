import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { chain, each, gives, writes } from "../members.ts";

/** Builders whose methods name the table behind the verb, and the functions that begin with it (pkg.go.dev/github.com/huandu/go-sqlbuilder, pkg.go.dev/github.com/leporo/sqlf). */
const statements: Readonly<Record<string, ClientMember>> = {
  ...each("InsertInto InsertIgnoreInto", writes("insert", 0, { returns: "Builder" })),
  ReplaceInto: writes("replace", 0, { returns: "Builder" }),
  Update: writes("update", 0, { returns: "Builder" }),
  DeleteFrom: writes("delete", 0, { returns: "Builder" }),
  ...each("CreateTable CreateTempTable", writes("create-table", 0, { returns: "Builder" })),
};

export const goSqlbuilder: ClientLibrary = {
  id: "go/go-sqlbuilder",
  language: "go",
  modules: ["github.com/huandu/go-sqlbuilder", "github.com/leporo/sqlf"],
  exports: {
    ...statements,
    ...each("NewInsertBuilder NewUpdateBuilder NewDeleteBuilder NewCreateTableBuilder NewStruct", gives("Builder")),
    ...each("SQLite MySQL PostgreSQL SQLServer ClickHouse Dialect PostgreSQLDialect", { is: "Flavor" }),
  },
  types: {
    Flavor: { members: { ...statements, ...each("NewInsertBuilder NewUpdateBuilder NewDeleteBuilder NewCreateTableBuilder", gives("Builder")) } },
    Builder: { members: statements, otherMembers: chain },
    ...Object.fromEntries(["InsertBuilder", "UpdateBuilder", "DeleteBuilder", "CreateTableBuilder", "Struct"].map((name) => [name, { extends: ["Builder"], members: {} }])),
  },
};
