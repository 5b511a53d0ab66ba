import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, each, gives, names, runs, writes } from "../members.ts";

/** What DB, its transactions and the interface over both have (pkg.go.dev/github.com/vingarcia/ksql#Provider). */
const provider: Readonly<Record<string, ClientMember>> = {
  Insert: writes("insert", 1),
  ...each("Patch Update", writes("update", 1)),
  Delete: writes("delete", 1),
  Exec: runs(1),
  ...each("Query QueryOne", asks(2)),
  QueryChunks: asks(1, {}),
  Transaction: { callback: { argument: 1, parameter: "Provider" } },
};

export const ksql: ClientLibrary = {
  id: "go/ksql",
  language: "go",
  modules: ["github.com/vingarcia/ksql", "github.com/vingarcia/ksql/adapters/*"],
  exports: { NewTable: names(0, "Table"), New: gives("DB"), NewFromPgxPool: gives("DB"), NewFromSQLDB: gives("DB") },
  types: {
    DB: { members: provider },
    Provider: { members: provider },
    Table: { members: {} },
  },
};
