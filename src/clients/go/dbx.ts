import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, chain, each, gives, names, writes, writesBefore } from "../members.ts";

/** What DB, Tx and Builder share (pkg.go.dev/github.com/pocketbase/dbx). */
const members: Readonly<Record<string, ClientMember>> = {
  NewQuery: asks(0, { returns: "Query" }),
  Insert: writes("insert", 0, { returns: "Query" }),
  Upsert: writes("upsert", 0, { returns: "Query" }),
  Update: writes("update", 0, { returns: "Query" }),
  Delete: writes("delete", 0, { returns: "Query" }),
  CreateTable: writes("create-table", 0, { returns: "Query" }),
  DropTable: writes("drop-table", 0, { returns: "Query" }),
  TruncateTable: writes("truncate", 0, { returns: "Query" }),
  RenameTable: writes("rename-table", 0, { returns: "Query" }),
  ...each("AddColumn DropColumn RenameColumn AlterColumn AddPrimaryKey DropPrimaryKey AddForeignKey DropForeignKey", writes("alter-table", 0, { returns: "Query" })),
  ...each("CreateIndex CreateUniqueIndex", writes("create-index", 0, { returns: "Query" })),
  Model: names(0, "ModelQuery"),
  Transactional: { callback: { argument: 0, parameter: "Tx" } },
  ...each("Begin BeginTx Wrap", gives("Tx")),
  ...each("WithContext Clone", chain),
};

export const dbx: ClientLibrary = {
  id: "go/dbx",
  language: "go",
  modules: ["github.com/pocketbase/dbx", "github.com/go-ozzo/ozzo-dbx"],
  exports: each("Open MustOpen NewFromDB", gives("DB")),
  types: {
    ...Object.fromEntries(["DB", "Tx", "Builder"].map((name) => [name, { members }])),
    Query: { members: {}, otherMembers: chain },
    ModelQuery: {
      members: { Insert: writesBefore("insert"), Update: writesBefore("update"), Delete: writesBefore("delete") },
      otherMembers: chain,
    },
  },
  entities: { members: ["TableName"], naming: "snake" },
};
