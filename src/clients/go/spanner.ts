import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { each, gives, writes } from "../members.ts";

/** A statement as an argument: `spanner.Statement{SQL: "…"}`, or what `NewStatement` makes of a text. */
const statement = (argument: number, writing: boolean, list = false): ClientMember => ({ sql: { argument, keys: ["SQL"], writes: writing, ...(list ? { list } : {}) } });

const reading: Readonly<Record<string, ClientMember>> = each("Query QueryWithStats QueryWithOptions", statement(1, false));

/** Mutations, which name the table themselves, and statements (pkg.go.dev/cloud.google.com/go/spanner). */
export const spanner: ClientLibrary = {
  id: "go/spanner",
  language: "go",
  modules: ["cloud.google.com/go/spanner", "cloud.google.com/go/spanner/apiv1", "github.com/googleapis/go-sql-spanner"],
  exports: {
    ...each("Insert InsertMap InsertStruct", writes("insert", 0)),
    ...each("InsertOrUpdate InsertOrUpdateMap InsertOrUpdateStruct", writes("upsert", 0)),
    ...each("Update UpdateMap UpdateStruct", writes("update", 0)),
    ...each("Replace ReplaceMap ReplaceStruct", writes("replace", 0)),
    Delete: writes("delete", 0),
    NewStatement: { text: { kind: "same", text: 0 } },
    ...each("NewClient NewClientWithConfig", gives("Client")),
  },
  types: {
    Client: {
      members: {
        ReadWriteTransaction: { callback: { argument: 1, parameter: "ReadWriteTransaction", index: 1 } },
        ReadWriteTransactionWithOptions: { callback: { argument: 1, parameter: "ReadWriteTransaction", index: 1 } },
        ...each("PartitionedUpdate PartitionedUpdateWithOptions", statement(1, true)),
        ...each("Single ReadOnlyTransaction", gives("ReadOnlyTransaction")),
      },
    },
    ReadOnlyTransaction: { members: reading },
    ReadWriteTransaction: {
      members: {
        ...reading,
        ...each("Update UpdateWithOptions", statement(1, true)),
        ...each("BatchUpdate BatchUpdateWithOptions", statement(1, true, true)),
      },
    },
    ReadWriteStmtBasedTransaction: { extends: ["ReadWriteTransaction"], members: {} },
    Mutation: { members: {} },
    Statement: { members: {} },
  },
};
