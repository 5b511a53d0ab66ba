import { comparePlaces } from "../../model/compare-places.ts";
import { compareTexts } from "../../model/compare-texts.ts";
import type { OwnershipBook, Service, TableOwner } from "../../model/ownership.ts";
import type { Dialect, Operation, TableName } from "../../model/sql-statement.ts";
import type { TableAccess } from "../../model/table-access.ts";
import type { TableUsage, TableUse } from "../../model/table-usage.ts";
import { ownerCall } from "../owner-call.ts";
import { resolveAccess } from "../resolve-access.ts";
import { shownTable } from "./shown-table.ts";

export interface ServiceAccess {
  readonly access: TableAccess;
  readonly service: Service | undefined;
}

/**
 * The tables of a name, letters of either case: those that accesses name or change, and those that ownership.yaml names. Without a schema
 * those of every schema. A partition, or an earlier or another name of a table, counts for the table. `today` decides on exceptions.
 */
export function findTableUsages(wanted: Pick<TableName, "name" | "schema">, accesses: readonly ServiceAccess[], book: OwnershipBook | undefined, today: string): readonly TableUsage[] {
  const found = new Map<string, UsageDraft>();
  const usageOf = (table: TableName, dialect: Dialect, service: Service | undefined): UsageDraft => {
    const owner = book?.ownerOf(table, dialect, service);
    const shown = shownTable(table);
    const key = JSON.stringify([shown.toLowerCase(), owner?.kind === "service" ? owner.service.name : (owner?.kind ?? "")]);
    const known = found.get(key) ?? { table: shown, owner, uses: [] };
    found.set(key, known);
    return known;
  };
  for (const each of accesses.filter(({ access }) => !access.repeats)) {
    for (const { table, ...use } of usesIn(each, book, today)) {
      if (isWanted(table, wanted)) usageOf(table, each.access.dialect, each.service).uses.push(use);
    }
  }
  for (const { pattern, schema, service } of namedIn(book)) {
    const table: TableName = { name: pattern, quoted: false, ...(schema === undefined ? {} : { schema }) };
    if (book && isWanted(table, wanted)) usageOf(table, book.ownership.dialect, service);
  }
  return [...found.values()].map(toUsage).sort((a, b) => compareTexts(a.table, b.table));
}

/** The names of all tables that accesses and ownership.yaml name, each once, for suggestions. */
export function tableNames(accesses: readonly ServiceAccess[], book: OwnershipBook | undefined): readonly string[] {
  const written = accesses.flatMap(({ access: { table, temporary } }) => (table && !temporary ? [shownTable(table)] : []));
  return [...new Set([...written, ...namedIn(book).map(({ pattern }) => pattern)])];
}

interface UsageDraft {
  readonly table: string;
  readonly owner: TableOwner | undefined;
  readonly uses: TableUse[];
}

function toUsage({ table, owner, uses }: UsageDraft): TableUsage {
  const callFor = (operation: Operation) => (owner?.kind === "service" ? ownerCall(owner.service, owner.entry, operation) : undefined);
  return {
    table,
    owner,
    calls: { insert: callFor("insert"), update: callFor("update"), delete: callFor("delete") },
    uses: uses.sort((a, b) => compareTexts(a.service ?? "", b.service ?? "") || comparePlaces(a.place, b.place)),
  };
}

type UseOfTable = TableUse & { readonly table: TableName };

/** What an access does to the table that it names, and to those that it changes besides. */
function usesIn({ access, service }: ServiceAccess, book: OwnershipBook | undefined, today: string): readonly UseOfTable[] {
  const { operation, table, countsFor, indirect = [], chain = [], scope, place, temporary } = access;
  const common = { service: service?.name, scope, place };
  const standing = standingOf(access, service, book, today);
  const steps = chain.map(({ text }) => text);
  const direct = table && !temporary ? [{ ...common, table: countsFor ?? table, operation, kind: steps.length > 0 ? ("indirect" as const) : kinds[operation], standing, chain: steps }] : [];
  const besides = indirect.map((each) => ({
    ...common,
    table: each.table,
    operation: each.operation,
    kind: "indirect" as const,
    standing: standingOf({ ...access, table: each.table, operation: each.operation }, service, book, today),
    chain: each.chain.map(({ text }) => text),
  }));
  return [...direct, ...besides];
}

function standingOf(access: TableAccess, service: Service | undefined, book: OwnershipBook | undefined, today: string): TableUse["standing"] {
  if (!book || !service) return "own";
  const { kind } = resolveAccess(access, service, book, today).standing;
  return kind === "foreign" ? "foreign" : kind === "excused" ? "allowed" : "own";
}

const kinds: Readonly<Record<Operation, TableUse["kind"]>> = {
  "read": "read",
  "insert": "write",
  "upsert": "write",
  "update": "write",
  "delete": "write",
  "replace": "write",
  "merge": "write",
  "truncate": "write",
  "write": "write",
  "create-table": "schema",
  "alter-table": "schema",
  "drop-table": "schema",
  "rename-table": "schema",
  "create-view": "schema",
  "alter-view": "schema",
  "drop-view": "schema",
  "create-index": "schema",
  "drop-index": "schema",
  "create-trigger": "schema",
  "drop-trigger": "schema",
  "comment": "schema",
  "grant": "schema",
  "revoke": "schema",
};

function isWanted(table: TableName, wanted: Pick<TableName, "name" | "schema">): boolean {
  if (table.name.toLowerCase() !== wanted.name.toLowerCase()) return false;
  return wanted.schema === undefined || shownTable(table).toLowerCase() === shownTable({ ...wanted, quoted: false }).toLowerCase();
}

/** The entries of ownership.yaml that name one table. */
function namedIn(book: OwnershipBook | undefined): readonly { readonly pattern: string; readonly schema: string | undefined; readonly service: Service | undefined }[] {
  if (!book) return [];
  const { services, shared } = book.ownership;
  const owned = services.flatMap((service) => service.owns.map(({ pattern, schema }) => ({ pattern, schema, service })));
  return [...owned, ...shared.map(({ pattern, schema }) => ({ pattern, schema, service: undefined }))].filter(({ pattern }) => !/[*?]/.test(pattern));
}
