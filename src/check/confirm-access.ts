import type { TableAccess } from "../model/table-access.ts";
import { readSql } from "../sql/read-sql.ts";
import { confirms } from "../sql/second-opinion.ts";

/**
 * An access that only the form of its statement tells is certain where a second reader of the statement says the same.
 * That reader is slow, so it is asked about what is reported, and about no reads.
 */
export function confirmAccess(access: TableAccess): TableAccess {
  const { certainty, operation, statement, dialect } = access;
  if (certainty === "certain" || operation === "read") return access;
  const [read] = readSql(statement, { dialect, taken: true }).statements;
  return read && confirms(statement, dialect, read.accesses) ? { ...access, certainty: "certain" } : access;
}
