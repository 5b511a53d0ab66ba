import type { ResolvedAccess, Standing } from "../model/finding.ts";
import type { OwnershipBook, Service } from "../model/ownership.ts";
import type { TableName } from "../model/sql-statement.ts";
import type { TableAccess } from "../model/table-access.ts";
import { ownerCall } from "./owner-call.ts";

/**
 * Whose table an access touches, seen from the service whose code it stands in. `today` decides on expired exceptions; `table` is what
 * the table that the access names is called when all migrations have run.
 */
export function resolveAccess(access: TableAccess, service: Service | undefined, book: OwnershipBook, today: string, table: TableName | undefined = access.table): ResolvedAccess {
  return { access, service, standing: standingOf(access, table, service, book, today) };
}

function standingOf(access: TableAccess, table: TableName | undefined, service: Service | undefined, book: OwnershipBook, today: string): Standing {
  const { operation, dialect, columns } = access;
  if (!table) return { kind: "unresolved", reason: access.unresolved ?? "the statement names none" };
  const named = book.ownerOf(table, dialect, service);
  const owner = named.kind === "nobody" && access.countsFor ? book.ownerOf(access.countsFor, dialect, service) : named;
  switch (owner.kind) {
    case "shared":
    case "ignored":
      return { kind: owner.kind };
    case "nobody":
      return { kind: "unowned" };
    case "ambiguous":
      return { kind: "ambiguous", owners: owner.services };
    case "service": {
      if (owner.service === service) return { kind: "own", entry: owner.entry };
      const exceptions = service ? book.exceptionsFor(service, table, operation, columns, today) : [];
      if (exceptions.length > 0) return { kind: "excused", exceptions };
      return { kind: "foreign", owner: owner.service, entry: owner.entry, api: ownerCall(owner.service, owner.entry, operation) };
    }
  }
}
