import type { Operation } from "./sql-statement.ts";

const ABOUT_TABLES: ReadonlySet<Operation> = new Set(["comment", "grant", "revoke"]);

/** Whether an operation reads or changes a table's rows or structure: a comment or a grant is its owner's business, but no access. */
export function touchesTable(operation: Operation): boolean {
  return !ABOUT_TABLES.has(operation);
}
