import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember, TableArgument } from "../../model/client-member.ts";
import { asks, chain, each, gives, names, runs, writes } from "../members.ts";

/** `Table` goes before the bean (xorm.io/docs, chapter "Table name"). */
const bean: TableArgument = { argument: 0, unlessNamed: true };
const beans: TableArgument = { argument: 0, rest: true, unlessNamed: true };

const members: Readonly<Record<string, ClientMember>> = {
  Table: names(0),
  Insert: writes("insert", beans),
  ...each("InsertOne InsertMulti", writes("insert", bean)),
  Update: writes("update", bean),
  Delete: writes("delete", bean),
  Truncate: writes("truncate", bean),
  Exec: runs(0),
  ...each("Query QueryString QueryInterface", asks(0)),
  ...each("SQL Sql", asks(0, { returns: "Session" })),
  ...each("Sync Sync2 CreateTables", writes("create-table", beans)),
  ...each("CreateTable", writes("create-table", bean)),
  ...each("SyncWithOptions", writes("create-table", { argument: 1, rest: true })),
  DropTables: writes("drop-table", beans),
  DropTable: writes("drop-table", bean),
  ...each("CreateIndexes CreateUniques", writes("create-index", bean)),
  DropIndexes: writes("drop-index", bean),
  Transaction: { callback: { argument: 0, parameter: "Session" } },
  // pkg.go.dev/xorm.io/xorm#Engine.TableName: of a bean, or a name.
  TableName: { nameOf: 0 },
  Quote: { text: { kind: "same", text: 0 } },
  Engine: gives("Engine"),
  DB: gives("database/sql#DB"),
  Begin: {},
  NewSession: gives("Session"),
};

export const xorm: ClientLibrary = {
  id: "go/xorm",
  language: "go",
  modules: ["xorm.io/xorm", "github.com/go-xorm/xorm", "github.com/xormplus/xorm", "gitea.com/xorm/xorm", "*/xorm"],
  declaring: ["xorm:\""],
  recognised: [{ type: "Session", by: "row" }, { type: "Session", by: "handle", members: ["Table"], endings: ["engine", "session", "sess", "db", "orm"] }],
  exports: { NewEngine: gives("Engine"), NewEngineWithParams: gives("Engine"), NewEngineWithDB: gives("Engine"), NewEngineGroup: gives("EngineGroup") },
  types: {
    Engine: { members, otherMembers: { returns: "Session" } },
    EngineGroup: { members: { ...members, Master: gives("Engine"), Slave: gives("Engine") }, otherMembers: { returns: "Session" } },
    EngineInterface: { members, otherMembers: { returns: "Session" } },
    Interface: { members, otherMembers: { returns: "Session" } },
    Session: { members, otherMembers: chain },
  },
  entities: {
    members: ["TableName"],
    configurations: [{ type: "GonicMapper", naming: "snake" }, { type: "LintGonicMapper", naming: "snake" }, { type: "SameMapper", naming: "as-written" }],
    naming: "snake-capitals",
    columns: { naming: "snake-capitals", tags: [{ key: "xorm", name: "quoted", keyWords: ["pk"], relationWords: ["extends"] }] },
  },
};
