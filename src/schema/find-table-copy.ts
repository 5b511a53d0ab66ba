import type { TableCopy } from "../model/finding.ts";
import type { OwnershipBook, Service, TableOwner } from "../model/ownership.ts";
import type { Dialect, TableName } from "../model/sql-statement.ts";
import type { TableAccess } from "../model/table-access.ts";
import { matchCopyName } from "./match-copy-name.ts";

/**
 * Whether a created table keeps a private copy of another service's: it is made from it (CREATE TABLE AS, SELECT INTO,
 * LIKE), or its name is the other's with words around it that say so. Temporary, shared, ignored and declared copies are none,
 * and neither is a table of another service, which is a change of a foreign schema.
 */
export function findTableCopy(access: TableAccess, service: Service, book: OwnershipBook): TableCopy | undefined {
  const { table, dialect, operation } = access;
  if (operation !== "create-table" || !table || access.temporary || !mayBeCopy(book.ownerOf(table, dialect, service), service)) return undefined;
  const [source] = (access.copiesFrom ?? []).flatMap((name) => foreignTable(name, dialect, service, book) ?? []);
  const [named] = namesakesOf(table, dialect, service, book);
  if (!source) return named && { original: named.original, owner: named.owner, evidence: [named.evidence] };
  const made = `is made from \`${source.original.name}\``;
  return { ...source, evidence: named && isSame(named, source) ? [made, named.evidence] : [made] };
}

function mayBeCopy(owner: TableOwner, creator: Service): boolean {
  switch (owner.kind) {
    case "nobody":
    case "ambiguous":
      return true;
    case "service":
      return owner.service === creator && owner.entry.copyOf === undefined;
    case "shared":
    case "ignored":
      return false;
  }
}

interface ForeignTable {
  readonly original: TableName;
  readonly owner: Service;
}

function isSame(a: ForeignTable, b: ForeignTable): boolean {
  return a.owner === b.owner && a.original.name.toLowerCase() === b.original.name.toLowerCase();
}

/** A table that the service's code can reach and another service owns. */
function foreignTable(original: TableName, dialect: Dialect, service: Service, book: OwnershipBook): ForeignTable | undefined {
  const owner = book.ownerOf(original, dialect, service);
  return owner.kind === "service" && owner.service !== service && owner.entry.copyOf === undefined ? { original, owner: owner.service } : undefined;
}

/** Foreign tables whose name a created table's is made of, the longest first. Globs name no table, so they have no namesakes. */
function namesakesOf(created: TableName, dialect: Dialect, service: Service, book: OwnershipBook): readonly (ForeignTable & { readonly evidence: string })[] {
  const found = book.ownership.services.flatMap((owner) => {
    if (owner === service) return [];
    return owner.owns.flatMap(({ pattern, schema }) => {
      const evidence = /[*?]/.test(pattern) ? undefined : matchCopyName(created.name, pattern, service, owner);
      const foreign = evidence && foreignTable({ name: pattern, ...(schema === undefined ? {} : { schema }), quoted: true }, dialect, service, book);
      return foreign && evidence ? [{ ...foreign, evidence }] : [];
    });
  });
  return found.sort((a, b) => b.original.name.length - a.original.name.length);
}
