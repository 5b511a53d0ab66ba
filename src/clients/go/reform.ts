import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { chain, each, gives, writes } from "../members.ts";

/** What DB, TX and Querier share (pkg.go.dev/gopkg.in/reform.v1). */
const members: Readonly<Record<string, ClientMember>> = {
  ...each("Insert InsertColumns", writes("insert", 0)),
  InsertMulti: writes("insert", { argument: 0, rest: true }),
  ...each("Update UpdateColumns UpdateView", writes("update", 0)),
  Save: writes("upsert", 0),
  ...each("Delete DeleteFrom", writes("delete", 0)),
  ...each("Begin BeginTx", gives("TX")),
  ...each("InTransaction", { callback: { argument: 0, parameter: "TX" } }),
  ...each("InTransactionContext", { callback: { argument: 2, parameter: "TX" } }),
  ...each("WithTag WithContext WithQualifiedViewName", chain),
};

export const reform: ClientLibrary = {
  id: "go/reform",
  language: "go",
  modules: ["gopkg.in/reform.v1", "github.com/go-reform/reform"],
  exports: { NewDB: gives("DB") },
  types: Object.fromEntries(["DB", "TX", "Querier", "DBTX"].map((name) => [name, { extends: ["database/sql#DB"], members }])),
  // Generated code: a record's Table or View gives the value whose Name is the table's, as `DeleteFrom(PetTable, …)` takes it.
  entities: { members: ["Table.Name", "View.Name", "Name"], naming: undefined },
};
