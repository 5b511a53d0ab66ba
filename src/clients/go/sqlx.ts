import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, gives, runs } from "../members.ts";

/** What DB, Conn and Tx add to database/sql (pkg.go.dev/github.com/jmoiron/sqlx). */
const handle: Readonly<Record<string, ClientMember>> = {
  MustExec: runs(0),
  MustExecContext: runs(1),
  NamedExec: runs(0),
  NamedExecContext: runs(1),
  NamedQuery: asks(0, { returns: "Rows" }),
  NamedQueryContext: asks(1, { returns: "Rows" }),
  Queryx: asks(0, { returns: "Rows" }),
  QueryxContext: asks(1, { returns: "Rows" }),
  QueryRowx: asks(0, { returns: "Row" }),
  QueryRowxContext: asks(1, { returns: "Row" }),
  Get: asks(1),
  GetContext: asks(2),
  Select: asks(1),
  SelectContext: asks(2),
  Preparex: asks(0, { returns: "Stmt" }),
  PreparexContext: asks(1, { returns: "Stmt" }),
  PrepareNamed: asks(0, { returns: "NamedStmt" }),
  PrepareNamedContext: asks(1, { returns: "NamedStmt" }),
  Rebind: { text: { kind: "same", text: 0 } },
  BindNamed: { text: { kind: "same", text: 0 } },
};

/** Interfaces over the same methods: Ext, Execer, Queryer, Preparer and their Context forms. */
const interfaces = Object.fromEntries(
  ["Ext", "ExtContext", "Execer", "ExecerContext", "Queryer", "QueryerContext", "Preparer", "PreparerContext"].map((name) => [
    name,
    { extends: ["database/sql#DB"], members: handle },
  ]),
);

export const sqlx: ClientLibrary = {
  id: "go/sqlx",
  language: "go",
  modules: ["github.com/jmoiron/sqlx", "github.com/vinovest/sqlx", "*/sqlx"],
  exports: {
    Open: gives("DB"),
    MustOpen: gives("DB"),
    Connect: gives("DB"),
    ConnectContext: gives("DB"),
    MustConnect: gives("DB"),
    NewDb: gives("DB"),
    Get: asks(2),
    GetContext: asks(3),
    Select: asks(2),
    SelectContext: asks(3),
    MustExec: runs(1),
    MustExecContext: runs(2),
    NamedExec: runs(1),
    NamedExecContext: runs(2),
    NamedQuery: asks(1),
    NamedQueryContext: asks(2),
    Preparex: asks(1, { returns: "Stmt" }),
    Rebind: { text: { kind: "same", text: 1 } },
    In: { text: { kind: "same", text: 0 } },
    Named: { text: { kind: "same", text: 0 } },
    BindNamed: { text: { kind: "same", text: 1 } },
  },
  types: {
    ...interfaces,
    DB: { extends: ["database/sql#DB"], members: { ...handle, Beginx: gives("Tx"), BeginTxx: gives("Tx"), MustBegin: gives("Tx"), MustBeginTx: gives("Tx"), Connx: gives("Conn"), Unsafe: gives("DB") } },
    Conn: { extends: ["database/sql#Conn"], members: { ...handle, BeginTxx: gives("Tx") } },
    Tx: { extends: ["database/sql#Tx"], members: { ...handle, Stmtx: gives("Stmt"), NamedStmt: gives("NamedStmt"), Unsafe: gives("Tx") } },
    Stmt: { members: {} },
    NamedStmt: { members: {} },
    Rows: { members: {} },
    Row: { members: {} },
  },
};
