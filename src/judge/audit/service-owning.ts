import type { OwnershipBook, Service } from "../../model/ownership.ts";
import type { Dialect, TableName } from "../../model/sql-statement.ts";

/** What stands for an owner of tables that everybody writes. */
export const SHARED = "shared";

/** The service that owns a table, as seen from another, by name, or `shared`; undefined where nobody does or it cannot be told who. */
export function serviceOwning(table: TableName, dialect: Dialect, from: Service | undefined, book: OwnershipBook): string | undefined {
  const owner = book.ownerOf(table, dialect, from);
  if (owner.kind === "shared") return SHARED;
  return owner.kind === "service" ? owner.service.name : undefined;
}
