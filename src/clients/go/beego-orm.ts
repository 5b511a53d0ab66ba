import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import type { Operation } from "../../model/sql-statement.ts";
import { asks, begins, chain, each, gives, names, writes, writesBefore } from "../members.ts";

/** Ormer and TxOrmer (pkg.go.dev/github.com/beego/beego/v2/client/orm). */
const members: Readonly<Record<string, ClientMember>> = {
  Insert: writes("insert", 0),
  InsertWithCtx: writes("insert", 1),
  InsertMulti: writes("insert", 1),
  InsertMultiWithCtx: writes("insert", 2),
  InsertOrUpdate: writes("upsert", 0),
  InsertOrUpdateWithCtx: writes("upsert", 1),
  ReadOrCreate: writes("insert", 0),
  ReadOrCreateWithCtx: writes("insert", 1),
  Update: writes("update", 0),
  UpdateWithCtx: writes("update", 1),
  Delete: writes("delete", 0),
  DeleteWithCtx: writes("delete", 1),
  Raw: asks(0, { returns: "RawSeter" }),
  RawWithCtx: asks(1, { returns: "RawSeter" }),
  QueryM2M: { table: { argument: 1, relation: true, relationOf: 0 }, returns: "QueryM2Mer" },
  QueryM2MWithCtx: { table: { argument: 2, relation: true, relationOf: 1 }, returns: "QueryM2Mer" },
  QueryTable: names(0, "QuerySeter"),
  QueryTableWithCtx: names(1, "QuerySeter"),
  ...each("Begin BeginWithCtx BeginWithOpts BeginWithCtxAndOpts", gives("TxOrmer")),
};

function joined(operation: Operation): ClientMember {
  return writesBefore(operation, { beside: "QueryM2M" });
}

export const beegoOrm: ClientLibrary = {
  id: "go/beego-orm",
  language: "go",
  modules: ["github.com/beego/beego/v2/client/orm", "github.com/beego/beego/v2/adapter/orm", "github.com/beego/beego/client/orm", "github.com/beego/beego/orm", "github.com/astaxie/beego/orm"],
  exports: { ...each("NewOrm NewOrmUsingDB NewOrmWithDB", gives("Ormer")), NewQueryBuilder: gives("QueryBuilder") },
  types: {
    ...Object.fromEntries(["Ormer", "TxOrmer", "QueryExecutor", "DML"].map((name) => [name, { members }])),
    QuerySeter: {
      members: {
        ...each("Update UpdateWithCtx", writesBefore("update")),
        ...each("Delete DeleteWithCtx", writesBefore("delete")),
        ...each("PrepareInsert PrepareInsertWithCtx", writesBefore("insert")),
      },
      otherMembers: chain,
    },
    // Rows of the table that joins two models.
    QueryM2Mer: {
      members: {
        ...each("Add AddWithCtx", joined("insert")),
        ...each("Remove RemoveWithCtx Clear ClearWithCtx", joined("delete")),
      },
    },
    RawSeter: { members: {}, otherMembers: chain },
    QueryBuilder: {
      members: { Update: writes("update", { argument: 0, rest: true }, { returns: "receiver" }), InsertInto: writes("insert", 0, { returns: "receiver" }), Delete: begins("delete", "QueryBuilder"), From: names(0) },
      otherMembers: chain,
    },
  },
  entities: { members: ["TableName"], registrations: { RegisterModelWithPrefix: { prefix: 0, model: 1, rest: true } }, naming: "snake-capitals", relations: { tagged: { key: "orm", word: "rel(m2m)", inverse: "reverse(many)", named: "rel_table", through: "rel_through", ending: "s" } } },
};
