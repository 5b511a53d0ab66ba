import type { Database, Exception, Ownership, OwnershipBook, Service, TableEntry, TableOwner } from "../model/ownership.ts";
import type { Dialect, TableName } from "../model/sql-statement.ts";
import { findExceptions } from "./find-exception.ts";
import { sameFamily } from "./name-rules.ts";
import { foldPattern, foldTable, matchesTable, namingOf } from "./naming.ts";
import { readPathPattern } from "./path-pattern.ts";
import { compareSpecificity } from "./specificity.ts";
import { bestClaims, buildTableIndex } from "./table-index.ts";
import type { ClaimOwner } from "./table-index.ts";

/** The table that a partition belongs to (`events` for `events_2024_01`), where the project's DDL tells it. */
export type PartitionParent = (table: TableName) => TableName | undefined;

/** The book in which the other stages look owners up. Answers are remembered: asking again costs one look-up. */
export function compileOwnership(ownership: Ownership, parentOf: PartitionParent = () => undefined): OwnershipBook {
  const exceptionsOf = remember((service: Service, table: TableName) => `${tableKey(table)}\0${service.name}`, exceptionFinder(ownership));
  const ownerKey: (...question: OwnerQuestion) => string = (table, dialect, writer) => `${tableKey(table)}\0${dialect}\0${writer?.name ?? "\0"}`;
  return {
    ownership,
    serviceOf: remember((path: string) => path, serviceFinder(ownership)),
    ownerOf: remember(ownerKey, ownerFinder(ownership, parentOf)),
    exceptionsFor: (service, table, operation, columns, today) => findExceptions(exceptionsOf(service, table), { operation, columns, today }),
  };
}

type OwnerQuestion = Parameters<OwnershipBook["ownerOf"]>;

function serviceFinder(ownership: Ownership): (path: string) => Service | undefined {
  const patterns = ownership.services
    .flatMap((service) => service.paths.map((path) => ({ service, pattern: readPathPattern(path) })))
    .sort((a, b) => compareSpecificity(b.pattern.specificity, a.pattern.specificity));
  return (path) => patterns.find(({ pattern }) => pattern.matches(path))?.service;
}

function ownerFinder(ownership: Ownership, parentOf: PartitionParent): OwnershipBook["ownerOf"] {
  const indexFor = remember((dialect: Dialect) => dialect, (dialect: Dialect) => buildTableIndex(ownership, dialect));
  const find: OwnershipBook["ownerOf"] = (table, dialect, writer) => {
    const claims = databasesWithin(ownership, dialect, writer).flatMap((database) => {
      const index = indexFor(dialect === "generic" ? (database?.dialect ?? ownership.dialect) : dialect);
      const folded = foldTable(table, index.naming);
      return bestClaims(index, folded, folded.database ?? database?.name);
    });
    return decideOwner(claims.map(({ owner }) => owner));
  };
  return (table, dialect, writer) => {
    const owner = find(table, dialect, writer);
    const parent = owner.kind === "nobody" ? parentOf(table) : undefined;
    return parent ? find(parent, dialect, writer) : owner;
  };
}

/** The databases that a writer's call may reach; one unknown where ownership.yaml names none. */
function databasesWithin(ownership: Ownership, dialect: Dialect, writer: Service | undefined): readonly (Database | undefined)[] {
  if (ownership.databases.length === 0) return [undefined];
  const used = databasesOf(ownership, writer);
  const spoken = used.filter((database) => sameFamily(database.dialect, dialect));
  return spoken.length > 0 ? spoken : used;
}

/** Those that a service names, or all. */
function databasesOf(ownership: Ownership, service: Service | undefined): readonly Database[] {
  const named = ownership.databases.filter(({ name }) => service?.databases.includes(name));
  return named.length > 0 ? named : ownership.databases;
}

/** Claims of several databases: the only owner, or nobody knows which. */
function decideOwner(owners: readonly ClaimOwner[]): TableOwner {
  const [first] = owners;
  if (!first) return { kind: "nobody" };
  const services = [...new Set(owners.flatMap((owner) => (owner.kind === "service" ? owner.service : [])))];
  const agreed = first.kind === "service" ? services.length === 1 && owners.every(({ kind }) => kind === "service") : services.length === 0;
  if (!agreed) return { kind: "ambiguous", services };
  return first.kind === "ignored" ? { kind: "ignored" } : first;
}

function exceptionFinder(ownership: Ownership): (service: Service, table: TableName) => readonly Exception[] {
  return (service, table) => {
    const naming = namingOf(ownership, databasesOf(ownership, service)[0]?.dialect ?? ownership.dialect);
    const folded = foldTable(table, naming);
    const names = ({ pattern, schema }: TableEntry): boolean => matchesTable(foldPattern(pattern, schema, naming), folded, naming);
    return ownership.allow.filter((exception) => exception.service === service.name && exception.tables.some(names));
  };
}

function tableKey({ name, schema, database, quoted }: TableName): string {
  return `${name}\0${schema ?? "\0"}\0${database ?? "\0"}\0${quoted}`;
}

function remember<Question extends readonly unknown[], Answer>(
  keyOf: (...question: Question) => string,
  find: (...question: Question) => Answer,
): (...question: Question) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>();
  return (...question) => {
    const key = keyOf(...question);
    let known = answers.get(key);
    if (!known) answers.set(key, (known = { answer: find(...question) }));
    return known.answer;
  };
}
