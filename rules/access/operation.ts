import type { Operation } from "../../src/model/sql-statement.ts";

/**
 * What an operation changes: rows, the table itself, what hangs on the table (indexes, triggers, comments),
 * a view, the rights on it, or nothing.
 */
export type Changes = "nothing" | "rows" | "table" | "attachment" | "view" | "rights";

export function changes(operation: Operation): Changes {
  return OPERATIONS[operation].changes;
}

/** What an operation does, to be followed by the table's name: `creates a trigger on`. */
export function verb(operation: Operation): string {
  return OPERATIONS[operation].verb;
}

const OPERATIONS: Readonly<Record<Operation, { readonly changes: Changes; readonly verb: string }>> = {
  "read": { changes: "nothing", verb: "reads" },
  "insert": { changes: "rows", verb: "inserts into" },
  "upsert": { changes: "rows", verb: "inserts into or updates" },
  "update": { changes: "rows", verb: "updates" },
  "delete": { changes: "rows", verb: "deletes from" },
  "replace": { changes: "rows", verb: "replaces rows of" },
  "merge": { changes: "rows", verb: "merges into" },
  "truncate": { changes: "rows", verb: "truncates" },
  "write": { changes: "rows", verb: "writes" },
  "create-table": { changes: "table", verb: "creates" },
  "alter-table": { changes: "table", verb: "alters" },
  "drop-table": { changes: "table", verb: "drops" },
  "rename-table": { changes: "table", verb: "renames" },
  "create-view": { changes: "view", verb: "creates a view named" },
  "alter-view": { changes: "view", verb: "alters the view" },
  "drop-view": { changes: "view", verb: "drops the view" },
  "create-index": { changes: "attachment", verb: "creates an index on" },
  "drop-index": { changes: "attachment", verb: "drops an index of" },
  "create-trigger": { changes: "attachment", verb: "creates a trigger on" },
  "drop-trigger": { changes: "attachment", verb: "drops a trigger of" },
  "comment": { changes: "attachment", verb: "comments on" },
  "grant": { changes: "rights", verb: "grants rights on" },
  "revoke": { changes: "rights", verb: "revokes rights on" },
};
