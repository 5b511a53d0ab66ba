import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { amends, asks, chain, each, gives, names, writes, writesBefore } from "../members.ts";

/** What the package, a dialect and a database begin (pkg.go.dev/github.com/doug-martin/goqu/v9). */
const statements: Readonly<Record<string, ClientMember>> = {
  Insert: writes("insert", 0, { returns: "Dataset" }),
  Update: writes("update", 0, { returns: "Dataset" }),
  Delete: writes("delete", 0, { returns: "Dataset" }),
  Truncate: writes("truncate", { argument: 0, rest: true }, { returns: "Dataset" }),
  From: names(0, "SelectDataset"),
  Select: gives("SelectDataset"),
};

const database: Readonly<Record<string, ClientMember>> = {
  ...statements,
  ...each("Begin BeginTx", gives("TxDatabase")),
  WithTx: { callback: { argument: 0, parameter: "TxDatabase" } },
  ...each("ScanStructs ScanStruct ScanVals ScanVal", asks(1)),
  ...each("ScanStructsContext ScanStructContext ScanValsContext ScanValContext", asks(2)),
};

export const goqu: ClientLibrary = {
  id: "go/goqu",
  language: "go",
  modules: ["github.com/doug-martin/goqu", "github.com/doug-martin/goqu/v7", "github.com/doug-martin/goqu/v8", "github.com/doug-martin/goqu/v9", "gopkg.in/doug-martin/goqu.v5", "*/goqu", "github.com/doug-martin/goqu/v8/exp", "github.com/doug-martin/goqu/v9/exp"],
  exports: { ...statements, Dialect: gives("DialectWrapper"), New: gives("Database"), NewTx: gives("TxDatabase"), S: { returns: "Schema", schema: 0 }, ...each("T I", names(0, "IdentifierExpression")), DoUpdate: gives("ConflictUpdate") },
  types: {
    DialectWrapper: { members: { ...statements, DB: gives("Database") } },
    Database: { extends: ["database/sql#DB"], members: database },
    TxDatabase: { extends: ["database/sql#Tx"], members: database },
    Schema: { members: { Table: names(0, "IdentifierExpression") } },
    IdentifierExpression: { standsForTable: true, members: { Table: names(0), As: chain }, otherMembers: chain },
    ConflictUpdate: { members: {} },
    SelectDataset: {
      members: {
        From: names(0),
        Insert: writesBefore("insert", { returns: "Dataset" }),
        Update: writesBefore("update", { returns: "Dataset" }),
        Delete: writesBefore("delete", { returns: "Dataset" }),
        Truncate: writesBefore("truncate", { returns: "Dataset" }),
      },
      otherMembers: chain,
    },
    // doug-martin.github.io/goqu/docs/inserting.html, "Insert - On Conflict"
    Dataset: { members: { Into: names(0), OnConflict: { ...amends("upsert"), onlyWith: { is: "ConflictUpdate" } } }, otherMembers: chain },
  },
};
