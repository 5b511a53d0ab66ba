import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, each, gives, runs, writes } from "../members.ts";

/** What a connection of the native interface has (pkg.go.dev/github.com/ClickHouse/clickhouse-go/v2/lib/driver#Conn). */
const connection: Readonly<Record<string, ClientMember>> = {
  ...each("Exec AsyncInsert", runs(1)),
  PrepareBatch: runs(1, { returns: "Batch" }),
  Query: asks(1, { returns: "Rows" }),
  QueryRow: asks(1, { returns: "Row" }),
  Select: asks(2),
};

/** The native interface, and the lower one whose queries are structs (pkg.go.dev/github.com/ClickHouse/ch-go). */
export const clickhouseGo: ClientLibrary = {
  id: "go/clickhouse-go",
  language: "go",
  modules: [
    "github.com/ClickHouse/clickhouse-go",
    "github.com/ClickHouse/clickhouse-go/v2",
    "github.com/ClickHouse/clickhouse-go/lib/driver",
    "github.com/ClickHouse/clickhouse-go/v2/lib/driver",
    "github.com/ClickHouse/ch-go",
    "github.com/ClickHouse/ch-go/proto",
    "github.com/ClickHouse/ch-go/chpool",
  ],
  dialect: "clickhouse",
  exports: { Open: gives("Conn"), OpenDB: gives("database/sql#DB"), Dial: gives("Client"), New: gives("Client") },
  types: {
    Conn: { members: connection },
    Client: { members: { Do: runs(1, {}, ["Body"]) } },
    Pool: { members: { Do: runs(1, {}, ["Body"]) } },
    Input: { members: { Into: writes("insert", 0, { returns: "Statement" }) } },
    Statement: { members: {} },
    Batch: { members: {} },
    Rows: { members: {} },
    Row: { members: {} },
  },
};
