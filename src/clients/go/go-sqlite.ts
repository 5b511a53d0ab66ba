import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, each, gives, runs } from "../members.ts";

/** Functions that take the connection first (pkg.go.dev/zombiezen.com/go/sqlite/sqlitex, pkg.go.dev/crawshaw.io/sqlite/sqlitex). */
const functions: Readonly<Record<string, ClientMember>> = each("Execute ExecuteTransient ExecuteScript Exec ExecTransient ExecScript ResultInt ResultInt64 ResultText ResultBool ResultFloat", runs(1));

/** SQLite without database/sql. */
export const goSqlite: ClientLibrary = {
  id: "go/go-sqlite",
  language: "go",
  modules: [
    "zombiezen.com/go/sqlite",
    "zombiezen.com/go/sqlite/sqlitex",
    "crawshaw.io/sqlite",
    "crawshaw.io/sqlite/sqlitex",
    "github.com/go-llsqlite/crawshaw",
    "github.com/go-llsqlite/crawshaw/sqlitex",
    "github.com/eatonphil/gosqlite",
    "github.com/bvinc/go-sqlite-lite/sqlite3",
  ],
  dialect: "sqlite",
  exports: { ...functions, ...each("OpenConn Open", gives("Conn")), NewPool: gives("Pool") },
  types: {
    Conn: {
      members: {
        Exec: runs(0),
        ...each("Prep Prepare PrepareTransient", asks(0, { returns: "Stmt" })),
        WithTx: { callback: { argument: 0, parameter: "Conn" } },
      },
    },
    Pool: { members: each("Get Take", gives("Conn")) },
    Stmt: { members: {} },
  },
};
