import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { amends, asks, begins, chain, each, gives, names, runs, withNames, writes } from "../members.ts";

/** Those of database/sql, which bun formats itself. */
const statements: Readonly<Record<string, ClientMember>> = {
  Exec: runs(0),
  ExecContext: runs(1),
  ...each("Query QueryRow", asks(0)),
  ...each("QueryContext QueryRowContext", asks(1)),
};

/** What DB, Conn, Tx and IDB share (bun.uptrace.dev/guide/queries.html). */
const handle: Readonly<Record<string, ClientMember>> = {
  NewInsert: begins("insert", "Query"),
  NewUpdate: begins("update", "Query"),
  NewDelete: begins("delete", "Query"),
  NewMerge: begins("merge", "Query"),
  NewCreateTable: begins("create-table", "Query"),
  NewDropTable: begins("drop-table", "Query"),
  NewTruncateTable: begins("truncate", "Query"),
  ...each("NewAddColumn NewDropColumn", begins("alter-table", "Query")),
  NewCreateIndex: begins("create-index", "Query"),
  NewSelect: gives("Query"),
  ...withNames("?", { ...statements, ...each("NewRaw Raw", asks(0, { returns: "Query" })) }),
  RunInTx: { callback: { argument: 2, parameter: "Tx" } },
  Begin: gives("Tx"),
  BeginTx: gives("Tx"),
};

export const bun: ClientLibrary = {
  id: "go/bun",
  language: "go",
  modules: ["github.com/uptrace/bun"],
  declaring: ["bun.BaseModel", "bun:\""],
  exports: {
    NewDB: gives("DB"),
    ...each("Ident Name Safe In", { text: { kind: "same", text: 0 } }),
  },
  types: {
    DB: { extends: ["database/sql#DB"], members: { ...handle, ResetModel: writes("create-table", { argument: 1, rest: true }) } },
    Conn: { extends: ["database/sql#Conn"], members: handle },
    Tx: { extends: ["database/sql#Tx"], members: handle },
    IDB: { extends: ["database/sql#DB"], members: handle },
    Query: {
      members: {
        Model: names({ argument: 0, unlessLater: "ModelTableExpr", orLater: "Table" }),
        Table: names(0),
        ...each("TableExpr ModelTableExpr", names({ argument: 0, placeholder: "?" })),
        // bun.uptrace.dev/guide/query-insert.html, "Upsert"
        On: { ...amends("upsert"), onlyWith: { words: ["do update", "key update"] } },
      },
      otherMembers: chain,
    },
    ...Object.fromEntries(
      (["insert", "update", "delete", "merge"] as const).map((operation) => [`${operation[0]!.toUpperCase()}${operation.slice(1)}Query`, { extends: ["Query"], members: {}, otherMembers: chain }]),
    ),
  },
  entities: {
    members: [],
    tags: [{ key: "bun", option: "table" }, { key: "bun", field: "BaseModel" }],
    joinTables: [{ key: "bun", option: "m2m" }],
    naming: "snake-plural",
    columns: { naming: "snake", tags: [{ key: "bun", name: "first", keyWords: ["pk"], relationWords: ["rel", "m2m", "join"] }], embedded: { BaseModel: [] } },
  },
};
