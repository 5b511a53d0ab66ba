import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, chain, each, gives, names, runs, writes, writesBefore } from "../members.ts";

/** The SQL builder of a session (pkg.go.dev/github.com/upper/db/v4#SQL); version 3 has it on the session itself. */
const builder: Readonly<Record<string, ClientMember>> = {
  InsertInto: writes("insert", 0, { returns: "Statement" }),
  Update: writes("update", 0, { returns: "Statement" }),
  DeleteFrom: writes("delete", 0, { returns: "Statement" }),
  ...each("Select SelectFrom", gives("Statement")),
  Exec: runs(0),
  ExecContext: runs(1),
  ...each("Query QueryRow Prepare Iterator", asks(0)),
  ...each("QueryContext QueryRowContext PrepareContext IteratorContext", asks(1)),
};

const session: Readonly<Record<string, ClientMember>> = {
  ...builder,
  Collection: names(0, "Collection"),
  SQL: gives("SQL"),
  Save: writes("upsert", 0),
  Delete: writes("delete", 0),
  ...each("Tx", { callback: { argument: 0, parameter: "Session" } }),
  ...each("TxContext", { callback: { argument: 1, parameter: "Session" } }),
  WithContext: chain,
};

export const upperDb: ClientLibrary = {
  id: "go/upper-db",
  language: "go",
  modules: ["github.com/upper/db/v4", "upper.io/db.v3", "upper.io/db.v2", "upper.io/db.v3/lib/sqlbuilder", "github.com/upper/db/v4/adapter/*", "upper.io/db.v3/*"],
  exports: { Open: gives("Session"), New: gives("Session") },
  types: {
    ...Object.fromEntries(["Session", "Database", "Tx"].map((name) => [name, { members: session }])),
    SQL: { members: builder },
    SQLBuilder: { members: builder },
    Collection: {
      members: {
        ...each("Insert InsertReturning", writesBefore("insert")),
        UpdateReturning: writesBefore("update"),
        Truncate: writesBefore("truncate"),
        Find: gives("Result"),
      },
    },
    Result: { members: { Update: writesBefore("update"), Delete: writesBefore("delete") }, otherMembers: chain },
    Statement: { members: {}, otherMembers: chain },
  },
  entities: { members: ["Store"], naming: undefined },
};
