import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, chain, each, gives, names, runs, writes, writesBefore } from "../members.ts";

/** Builders and tables of gocqlx name the table themselves (pkg.go.dev/github.com/scylladb/gocqlx/v3/qb and /table). */
const builders: Readonly<Record<string, ClientMember>> = {
  Insert: writes("insert", 0, { returns: "Builder" }),
  Update: writes("update", 0, { returns: "Builder" }),
  Delete: writes("delete", 0, { returns: "Builder" }),
  Select: gives("Builder"),
};

/** CQL has tables and writes them as SQL does (pkg.go.dev/github.com/gocql/gocql, pkg.go.dev/github.com/scylladb/gocqlx/v3). */
export const gocql: ClientLibrary = {
  id: "go/gocql",
  language: "go",
  modules: [
    "github.com/gocql/gocql",
    "github.com/apache/cassandra-gocql-driver/v2",
    "github.com/yugabyte/gocql",
    "github.com/scylladb/gocqlx",
    "github.com/scylladb/gocqlx/v2",
    "github.com/scylladb/gocqlx/v3",
    "github.com/scylladb/gocqlx/qb",
    "github.com/scylladb/gocqlx/v2/qb",
    "github.com/scylladb/gocqlx/v3/qb",
    "github.com/scylladb/gocqlx/table",
    "github.com/scylladb/gocqlx/v2/table",
    "github.com/scylladb/gocqlx/v3/table",
  ],
  exports: {
    ...builders,
    NewCluster: gives("ClusterConfig"),
    ...each("NewSession WrapSession", gives("Session")),
    New: names({ argument: 0, keys: ["Name"] }, "Table"),
  },
  types: {
    ClusterConfig: { members: { CreateSession: gives("Session") } },
    Session: {
      members: {
        Query: asks(0, { returns: "Query" }),
        ContextQuery: asks(1, { returns: "Query" }),
        ExecStmt: runs(0),
        ...each("NewBatch Batch", gives("Batch")),
      },
    },
    Batch: { members: { Query: runs(0, { returns: "Batch" }) }, otherMembers: chain },
    Table: {
      members: {
        ...each("Insert InsertQuery InsertQueryContext InsertBuilder", writesBefore("insert", { returns: "Builder" })),
        ...each("Update UpdateQuery UpdateQueryContext UpdateBuilder", writesBefore("update", { returns: "Builder" })),
        ...each("Delete DeleteQuery DeleteQueryContext DeleteBuilder", writesBefore("delete", { returns: "Builder" })),
      },
    },
    Query: { members: {}, otherMembers: chain },
    Builder: { members: {}, otherMembers: chain },
  },
};
