import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, chain, each, gives, runs, writes } from "../members.ts";

/** What the package, sessions, connections and transactions begin (pkg.go.dev/github.com/gocraft/dbr/v2, pkg.go.dev/gopkg.in/mgutz/dat.v1). */
const statements: Readonly<Record<string, ClientMember>> = {
  InsertInto: writes("insert", 0, { returns: "Statement" }),
  ReplaceInto: writes("replace", 0, { returns: "Statement" }),
  Insect: writes("insert", 0, { returns: "Statement" }),
  Upsert: writes("upsert", 0, { returns: "Statement" }),
  Update: writes("update", 0, { returns: "Statement" }),
  DeleteFrom: writes("delete", 0, { returns: "Statement" }),
  ...each("InsertBySql UpdateBySql DeleteBySql", runs(0, { returns: "Statement" })),
  ...each("SelectBySql SQL", asks(0, { returns: "Statement" })),
  Select: gives("Statement"),
};

const session: Readonly<Record<string, ClientMember>> = {
  ...statements,
  ...each("Begin BeginTx", gives("Tx")),
  ...each("NewSession NewSessionContext", gives("Session")),
};

export const dbr: ClientLibrary = {
  id: "go/dbr",
  language: "go",
  modules: ["github.com/gocraft/dbr", "github.com/gocraft/dbr/v2", "github.com/mailru/dbr", "gopkg.in/mgutz/dat.v1", "gopkg.in/mgutz/dat.v2/dat", "gopkg.in/mgutz/dat.v1/sqlx-runner", "gopkg.in/mgutz/dat.v2/sqlx-runner"],
  exports: { ...statements, Open: gives("Connection"), NewDB: gives("Session") },
  types: {
    ...Object.fromEntries(["Session", "SessionRunner", "Connection", "Tx", "DB"].map((name) => [name, { extends: ["database/sql#DB"], members: session }])),
    Statement: { members: {}, otherMembers: chain },
  },
};
