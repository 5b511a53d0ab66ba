import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, chain, each, gives, is, names, writes } from "../members.ts";

/** pkg.go.dev/github.com/gobuffalo/pop/v6 */
const members: Readonly<Record<string, ClientMember>> = {
  ...each("Create ValidateAndCreate", writes("insert", 0)),
  ...each("Save ValidateAndSave", writes("upsert", 0)),
  ...each("Update UpdateColumns ValidateAndUpdate UpdateQuery", writes("update", 0)),
  ...each("Destroy Delete", writes("delete", 0)),
  RawQuery: asks(0, { returns: "Query" }),
  ...each("Q Where Scope BelongsTo Order Limit", gives("Query")),
  Transaction: { callback: { argument: 0, parameter: "Connection" } },
  Rollback: { callback: { argument: 0, parameter: "Connection" } },
  ...each("NewTransaction NewTransactionContext", gives("Connection")),
};

export const pop: ClientLibrary = {
  id: "go/pop",
  language: "go",
  modules: ["github.com/gobuffalo/pop", "github.com/gobuffalo/pop/v5", "github.com/gobuffalo/pop/v6", "github.com/ory/pop/v6"],
  exports: { ...each("Connect NewConnection", gives("Connection")), Q: gives("Query"), NewModel: { ...names(0, "Model"), origin: "loaded" } },
  types: {
    Connection: { members: { ...members, Dialect: is("Dialect"), Store: is("github.com/jmoiron/sqlx#DB"), TX: is("github.com/jmoiron/sqlx#Tx") }, otherMembers: chain },
    Query: { members, otherMembers: chain },
    Dialect: { members: each("Quote TranslateSQL", { text: { kind: "same", text: 0 } }) },
    Model: { members: { TableName: { nameOf: "receiver" } } },
  },
  entities: { members: ["TableName"], naming: "snake-plural" },
};
