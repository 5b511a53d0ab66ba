import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, each, gives, runs, writes } from "../members.ts";

/** What DbMap, Transaction and SqlExecutor share; `first` is the place of the first argument behind a context, which borp takes everywhere. */
function handle(first: number): Readonly<Record<string, ClientMember>> {
  return {
    Insert: writes("insert", { argument: first, rest: true }),
    Update: writes("update", { argument: first, rest: true }),
    UpdateColumns: writes("update", { argument: first + 1, rest: true }),
    Delete: writes("delete", { argument: first, rest: true }),
    DropTable: writes("drop-table", first),
    DropTableIfExists: writes("drop-table", first),
    ...each("Exec ExecContext", runs(first)),
    ...each("Query QueryRow QueryContext QueryRowContext Prepare PrepareContext SelectInt SelectNullInt SelectFloat SelectNullFloat SelectStr SelectNullStr", asks(first)),
    ...each("Select SelectOne", asks(first + 1)),
    ...each("Begin BeginTx", gives("Transaction")),
    WithContext: gives("SqlExecutor"),
  };
}

/** A library of the gorp family, whose functions take their first argument behind a context or not. */
export function mapper(id: string, modules: readonly string[], first: number): ClientLibrary {
  const members = handle(first);
  return {
    id,
    language: "go",
    modules,
    exports: {},
    types: { DbMap: { members }, Transaction: { members }, SqlExecutor: { members } },
    entities: {
      // What was not added has no table (github.com/go-gorp/gorp/blob/v3.1.0/db.go, TableFor).
      registrations: {
        AddTable: { model: 0 },
        AddTableWithName: { model: 0, name: 1 },
        AddTableWithNameAndSchema: { model: 0, schema: 1, name: 2 },
      },
      naming: undefined,
    },
  };
}

/** pkg.go.dev/github.com/go-gorp/gorp/v3 */
export const gorp = mapper("go/gorp", ["github.com/go-gorp/gorp", "github.com/go-gorp/gorp/v3", "gopkg.in/gorp.v1", "gopkg.in/gorp.v2", "github.com/coopernurse/gorp", "*/gorp"], 0);
