import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import type { Operation } from "../../model/sql-statement.ts";
import { asks, chain, each, gives, names, runs, writes } from "../members.ts";

/** Each method has a sibling that panics. */
function both(methods: string, operation: Operation, more: Pick<ClientMember, "operationFor"> = {}): Readonly<Record<string, ClientMember>> {
  return each(methods.split(" ").flatMap((name) => [name, `Must${name}`]).join(" "), writes(operation, 1, more));
}

/** go-rel.github.io: a repository takes records, or a query for rows of any table. */
export const rel: ClientLibrary = {
  id: "go/rel",
  language: "go",
  modules: ["github.com/go-rel/rel"],
  exports: {
    New: gives("Repository"),
    From: names(0, "Query"),
    Raw: asks(0),
    ...each("OnConflictReplace OnConflictKeyReplace OnConflictKeysReplace", gives("ConflictUpdate")),
  },
  types: {
    Repository: {
      members: {
        ...both("Insert InsertAll", "insert", { operationFor: { is: "ConflictUpdate", operation: "upsert" } }),
        ...both("Update UpdateAll UpdateAny", "update"),
        ...both("Delete DeleteAll DeleteAny", "delete"),
        ...each("Exec MustExec", runs(1)),
      },
    },
    Query: { members: { From: names(0) }, otherMembers: chain },
    ConflictUpdate: { members: {} },
    // go-rel.github.io/migration
    Schema: {
      members: {
        ...each("CreateTable CreateTableIfNotExists", writes("create-table", 0)),
        ...each("AlterTable AddColumn RenameColumn DropColumn", writes("alter-table", 0)),
        RenameTable: writes("rename-table", 0),
        ...each("DropTable DropTableIfExists", writes("drop-table", 0)),
        ...each("CreateIndex CreateUniqueIndex", writes("create-index", 0)),
        DropIndex: writes("drop-index", 0),
      },
    },
  },
  entities: { members: ["Table"], naming: "snake-plural", columns: { naming: "snake", tags: [{ key: "db", name: "first", keyWords: ["primary"], relationWords: [] }] } },
};
