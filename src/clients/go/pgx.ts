import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, each, gives, runs } from "../members.ts";

/** What connections, pools and transactions share (pkg.go.dev/github.com/jackc/pgx/v5). */
const handle: Readonly<Record<string, ClientMember>> = {
  Exec: runs(1, { returns: "CommandTag" }),
  Query: asks(1, { returns: "Rows" }),
  QueryRow: asks(1, { returns: "Row" }),
  Begin: gives("Tx"),
  BeginTx: gives("Tx"),
  SendBatch: gives("BatchResults"),
  CopyFrom: { table: { argument: 1 }, operation: "insert" },
  // Version 3 takes no context; its ExecEx takes one.
  ExecEx: runs(1, { returns: "CommandTag" }),
  QueryEx: asks(1, { returns: "Rows" }),
  QueryRowEx: asks(1, { returns: "Row" }),
};

const connection: Readonly<Record<string, ClientMember>> = { ...handle, Prepare: asks(2), Conn: gives("Conn"), Hijack: gives("Conn"), PgConn: gives("PgConn") };

export const pgx: ClientLibrary = {
  id: "go/pgx",
  language: "go",
  modules: [
    "github.com/jackc/pgx",
    "github.com/jackc/pgx/v4",
    "github.com/jackc/pgx/v5",
    "github.com/jackc/pgx/v4/pgxpool",
    "github.com/jackc/pgx/v5/pgxpool",
    "github.com/jackc/pgx/v5/pgconn",
    "github.com/jackc/pgconn",
    "github.com/jackc/pgx/v4/pgconn",
    "github.com/jackc/pgx/v4/stdlib",
    "github.com/jackc/pgx/v5/stdlib",
    "*/pgx",
  ],
  dialect: "postgres",
  exports: {
    Connect: gives("Conn"),
    ConnectConfig: gives("Conn"),
    New: gives("Pool"),
    NewWithConfig: gives("Pool"),
    NewConnPool: gives("ConnPool"),
    BeginFunc: { callback: { argument: 2, parameter: "Tx" } },
    BeginTxFunc: { callback: { argument: 3, parameter: "Tx" } },
    ...each("OpenDB OpenDBFromPool", gives("database/sql#DB")),
    AcquireConn: gives("Conn"),
  },
  types: {
    Conn: { members: connection },
    Pool: { members: { ...connection, Acquire: gives("Conn"), BeginFunc: { callback: { argument: 1, parameter: "Tx" } }, BeginTxFunc: { callback: { argument: 2, parameter: "Tx" } } } },
    ConnPool: { members: connection },
    Tx: { members: connection },
    Batch: { members: { Queue: runs(0, { returns: "QueuedQuery" }) } },
    PgConn: { members: { Exec: runs(1), ExecParams: runs(1), Prepare: asks(2), CopyFrom: runs(2) } },
    Identifier: { standsForTable: true, members: { Sanitize: { text: { kind: "join", list: "receiver", separator: "." } } } },
    QueuedQuery: { members: {} },
    BatchResults: { members: {} },
    CommandTag: { members: {} },
    Rows: { members: {} },
    Row: { members: {} },
  },
};
