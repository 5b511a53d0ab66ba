import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, each, gives, runs, writes } from "../members.ts";

/** What DB, Conn and Tx share (pkg.go.dev/database/sql). */
const handle: Readonly<Record<string, ClientMember>> = {
  Exec: runs(0, { returns: "Result" }),
  ExecContext: runs(1, { returns: "Result" }),
  Query: asks(0, { returns: "Rows" }),
  QueryContext: asks(1, { returns: "Rows" }),
  QueryRow: asks(0, { returns: "Row" }),
  QueryRowContext: asks(1, { returns: "Row" }),
  Prepare: asks(0, { returns: "Stmt" }),
  PrepareContext: asks(1, { returns: "Stmt" }),
};

export const databaseSql: ClientLibrary = {
  id: "go/database-sql",
  language: "go",
  // A driver makes statements and names for it (pkg.go.dev/github.com/lib/pq, "Bulk imports").
  modules: ["database/sql", "github.com/lib/pq"],
  exports: {
    ...each("Open OpenDB", gives("DB")),
    CopyIn: writes("insert", 0),
    CopyInSchema: writes("insert", 1),
    BufferQuoteIdentifier: {},
    ...each("QuoteIdentifier QuoteLiteral", { text: { kind: "same", text: 0 } }),
  },
  types: {
    DB: { members: { ...handle, Begin: gives("Tx"), BeginTx: gives("Tx"), Conn: gives("Conn") } },
    Conn: { members: { ...handle, BeginTx: gives("Tx") } },
    Tx: { members: { ...handle, Stmt: gives("Stmt"), StmtContext: gives("Stmt") } },
    Stmt: { members: {} },
    Result: { members: {} },
    Rows: { members: {} },
    Row: { members: {} },
  },
};
