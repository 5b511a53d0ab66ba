import type { OwnershipBook, Service } from "../model/ownership.ts";
import type { ChainStep, TableAccess } from "../model/table-access.ts";

interface ServiceAccess {
  readonly access: TableAccess;
  readonly service: Service | undefined;
}

/**
 * An access with the writes that it causes and that are judged at its place. Left out is what is judged elsewhere: where the statement
 * itself writes a foreign table, there; of what is done to one table all but the nearest; what a trigger does, at the trigger, by who hung it there. Columns are those of the
 * statement's table, so the writes that it causes have none.
 */
export function withCaused({ access, service }: ServiceAccess, book: OwnershipBook): readonly ServiceAccess[] {
  const { indirect, columns, ...own } = access;
  if (access.chain && !access.inBody) return isCall(access.chain) || isJudgedHere(access.chain, service, book) ? [{ access, service }] : [];
  if (!indirect || ownerOf(access, service, book) === "foreign") return [{ access, service }];
  const told = new Set<string>();
  const caused = indirect.flatMap(({ operation, table, chain }): ServiceAccess[] => {
    const write: TableAccess = { ...own, operation, table, chain };
    if (!isJudgedHere(chain, service, book) || ownerOf(write, service, book) !== "foreign") return [];
    const name = [table.database, table.schema, table.name].join(".").toLowerCase();
    if (told.has(name)) return [];
    told.add(name);
    return [{ access: write, service }];
  });
  const writesOnlyView = indirect.some(({ chain }) => chain[0]?.kind === "view" || chain[0]?.kind === "instead-of");
  return writesOnlyView && ownerOf(access, service, book) === "nobody" ? caused : [{ access, service }, ...caused];
}

/** A statement answers for what the routine that it calls does, whoever has declared that. */
function isCall(chain: readonly ChainStep[]): boolean {
  return chain.at(-1)?.kind === "routine";
}

/** Seen from the service. */
function ownerOf({ table, dialect }: TableAccess, service: Service | undefined, book: OwnershipBook): "foreign" | "nobody" | "other" {
  const owner = table && service ? book.ownerOf(table, dialect, service) : undefined;
  if (owner?.kind === "service") return owner.service === service ? "other" : "foreign";
  if (owner?.kind === "ambiguous") return owner.services.some((each) => each === service) ? "other" : "foreign";
  return owner?.kind === "nobody" ? "nobody" : "other";
}

/** A service that hangs a trigger or a rule on a table answers for it there; one that calls a routine of its own has it judged in the routine. */
function isJudgedHere(chain: readonly ChainStep[], service: Service | undefined, book: OwnershipBook): boolean {
  const last = chain.at(-1);
  if (!last) return false;
  const declarer = book.serviceOf(last.place.path);
  switch (last.kind) {
    case "trigger":
    case "rule":
      return declarer === undefined;
    case "routine":
      return declarer !== service;
    case "foreign-key":
    case "view":
    case "instead-of":
    case "child":
      return true;
  }
}
