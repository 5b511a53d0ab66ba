import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, chain, each, gives, names, runs, withNames, writes, writesBefore } from "../members.ts";

/** What DB, Conn, Tx and the interfaces over them share (pkg.go.dev/github.com/go-pg/pg/v10); models in arguments up to version 8. */
const handle: Readonly<Record<string, ClientMember>> = withNames("?", {
  ...each("Exec ExecOne", runs(0)),
  ...each("ExecContext ExecOneContext", runs(1)),
  ...each("Query QueryOne", asks(1)),
  ...each("QueryContext QueryOneContext", asks(2)),
  CopyFrom: runs(1),
  Prepare: asks(0),
  Model: names(0, "Query"),
  ModelContext: names(1, "Query"),
  Insert: writes("insert", { argument: 0, rest: true }),
  ...each("Update UpdateNotNull UpdateNotZero", writes("update", 0)),
  ...each("Delete ForceDelete", writes("delete", 0)),
  CreateTable: writes("create-table", 0),
  DropTable: writes("drop-table", 0),
  ...each("Begin BeginContext", gives("Tx")),
  RunInTransaction: { callback: { argument: -1, parameter: "Tx" } },
  ...each("WithContext WithTimeout WithParam Conn", chain),
});

export const goPg: ClientLibrary = {
  id: "go/go-pg",
  language: "go",
  modules: ["github.com/go-pg/pg", "github.com/go-pg/pg/v9", "github.com/go-pg/pg/v10", "github.com/go-pg/pg/orm", "github.com/go-pg/pg/v9/orm", "github.com/go-pg/pg/v10/orm", "gopkg.in/pg.v5", "gopkg.in/pg.v4"],
  dialect: "postgres",
  declaring: ["pg:\"", "sql:\""],
  exports: { Connect: gives("DB"), NewQuery: names(1, "Query"), ...each("Ident Safe SafeQuery", { text: { kind: "same", text: 0 } }) },
  types: {
    ...Object.fromEntries(["DB", "Conn", "Tx", "DBI", "Queryable"].map((name) => [name, { members: handle }])),
    Query: {
      members: {
        Model: names(0),
        Table: names(0),
        TableExpr: names({ argument: 0, placeholder: "?" }),
        ...each("Insert SelectOrInsert", writesBefore("insert")),
        ...each("Update UpdateNotNull UpdateNotZero", writesBefore("update")),
        ...each("Delete ForceDelete", writesBefore("delete")),
        CreateTable: writesBefore("create-table"),
        DropTable: writesBefore("drop-table"),
        ...each("Exec ExecOne", runs(0)),
        ...each("Query QueryOne", asks(1)),
        CopyFrom: runs(1),
        // pg.uptrace.dev/queries, "Insert": what follows it sets columns.
        OnConflict: { ...chain, returnsFor: { words: ["do update"], type: "UpsertingQuery" } },
      },
      otherMembers: chain,
    },
    UpsertingQuery: { extends: ["Query"], members: { Insert: writesBefore("upsert") }, otherMembers: chain },
  },
  entities: {
    members: [],
    // Up to version 8, "TableName" too (github.com/go-pg/pg/blob/v8/orm/table.go); a column of that name since.
    tags: [{ key: "pg", field: "tableName" }, { key: "sql", field: "tableName" }, { key: "sql", field: "TableName" }],
    joinTables: [{ key: "pg", option: "many2many" }],
    naming: "snake-plural",
    columns: { naming: "snake", tags: ["pg", "sql"].map((key) => ({ key, name: "first", keyWords: ["pk"], relationWords: ["rel", "many2many", "fk"] })) },
  },
};
