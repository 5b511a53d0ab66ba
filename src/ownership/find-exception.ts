import type { Exception } from "../model/ownership.ts";
import type { Operation } from "../model/sql-statement.ts";

/** An access that may be excused. */
export interface ExcusableAccess {
  readonly operation: Operation;
  readonly columns: readonly string[] | undefined;
  /** `2026-11-23` */
  readonly today: string;
}

/**
 * The exceptions that excuse an access, of those for its service and table; none where it is not excused. What does several
 * things at once, such as an upsert, is excused when each of them is, be it by different exceptions.
 */
export function findExceptions(exceptions: readonly Exception[], access: ExcusableAccess): readonly Exception[] {
  const holding = exceptions.filter((exception) => (exception.until === undefined || access.today <= exception.until) && coversColumns(exception, access.columns));
  const whole = holding.find((exception) => covers(exception, access.operation));
  if (whole) return [whole];
  const parts = (PARTS[access.operation] ?? []).map((part) => holding.find((exception) => covers(exception, part)));
  return parts.every((part) => part !== undefined) ? [...new Set(parts)] : [];
}

/** What an operation may do to rows. TRUNCATE is none of them: databases grant it apart from DELETE, and it fires no triggers. */
const PARTS: Partial<Readonly<Record<Operation, readonly Operation[]>>> = {
  upsert: ["insert", "update"],
  replace: ["insert", "delete"],
  merge: ["insert", "update", "delete"],
  write: ["insert", "update", "delete"],
};

const WRITES_OF_ROWS: readonly Operation[] = ["insert", "upsert", "update", "delete", "replace", "merge", "truncate", "write"];

function covers(exception: Exception, operation: Operation): boolean {
  const { operations } = exception;
  return operations.length === 0 || operations.includes(operation) || (operations.includes("write") && WRITES_OF_ROWS.includes(operation));
}

function coversColumns(exception: Exception, columns: readonly string[] | undefined): boolean {
  if (exception.columns.length === 0) return true;
  if (columns === undefined || columns.length === 0) return false;
  const allowed = new Set(exception.columns.map((column) => column.toLowerCase()));
  return columns.every((column) => allowed.has(column.toLowerCase()));
}
