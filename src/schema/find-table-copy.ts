import type { TableCopy } from "../model/finding.ts";
import type { OwnershipBook, Service, TableOwner } from "../model/ownership.ts";
import type { ProjectSchema, SchemaTable } from "../model/schema.ts";
import type { Dialect, TableName } from "../model/sql-statement.ts";
import type { TableAccess } from "../model/table-access.ts";
import { compareColumns, type SharedColumns } from "./compare-columns.ts";
import { commonNouns, housekeepingNouns } from "./copy-words.ts";
import { isTestCode } from "../model/test-code.ts";
import { type NamedAfter, matchCopyName } from "./match-copy-name.ts";
import { sameWord, singularOf, wordsOf } from "./name-words.ts";

/**
 * Whether a created table keeps a private copy of another service's: it is made or filled from it, its name is the other's with words
 * around it that say so, or it keeps the same columns under another name. Where the columns of both are known, they must bear out the name.
 * Temporary, shared, ignored, declared and dropped tables, those of tests and of migrations taken back are none, and neither is a table of another service, which is a change of a foreign schema.
 */
export function findTableCopy(access: TableAccess, service: Service, book: OwnershipBook, schema: ProjectSchema = noSchema): TableCopy | undefined {
  const { table, dialect, operation, place } = access;
  if (operation !== "create-table" || !table || access.temporary || schema.undone.has(access) || isTestCode(place.path)) return undefined;
  const created = definitionOf(table, service, schema, access);
  if (created?.dropped) return undefined;
  const name = created?.name ?? table;
  if (!mayBeCopy(book.ownerOf(name, dialect, service), service)) return undefined;
  const originals = foreignTables(service, dialect, book, schema);
  const source = sourceOf(access, name, created, service, book, schema);
  const named = namesakeOf(name, created, service, originals);
  const alike = source || named ? undefined : alikeTo(name, created, originals, schema);
  const best = source ?? named ?? alike;
  if (!best) return undefined;
  const more = source && named && isSame(named, source) ? named.evidence : [];
  return { original: best.original, owner: best.owner, evidence: [...best.evidence, ...more] };
}

/** How much two tables of unlike names must share to be one: kept high, since many entities have a name, a title and a text. */
const FEWEST_SHARED = 4;
const LEAST_CONTAINED = 0.8;
const LEAST_OVERLAP = 0.5;
/** Of a table that is called by a noun of which most services have their own. */
const LEAST_OVERLAP_OF_COMMON = 0.7;

const noSchema: ProjectSchema = { tables: [], fillings: [], renames: [], undone: new Set() };

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
  /** Undefined where no statement that was read creates it. */
  readonly definition?: SchemaTable | undefined;
}

type FoundCopy = Pick<TableCopy, "original" | "owner" | "evidence">;

function isSame(a: Pick<ForeignTable, "original" | "owner">, b: Pick<ForeignTable, "original" | "owner">): boolean {
  return a.owner === b.owner && a.original.name.toLowerCase() === b.original.name.toLowerCase();
}

function definitionOf(name: TableName, service: Service, schema: ProjectSchema, access?: TableAccess): SchemaTable | undefined {
  const own = schema.tables.filter((table) => table.service === service);
  return (access && own.find(({ created }) => created === access)) ?? own.find((table) => table.name.name.toLowerCase() === name.name.toLowerCase() && table.columns.length > 0);
}

/** A table that the service's code can reach and another service owns. */
function foreignTable(original: TableName, dialect: Dialect, service: Service, book: OwnershipBook, schema: ProjectSchema): ForeignTable | undefined {
  const owner = book.ownerOf(original, dialect, service);
  if (owner.kind !== "service" || owner.service === service || owner.entry.copyOf !== undefined) return undefined;
  return { original, owner: owner.service, definition: definitionOf(original, owner.service, schema) };
}

/** The tables that others own by name, and those that they create where they own them by a glob. The same for all tables that a service creates. */
function foreignTables(service: Service, dialect: Dialect, book: OwnershipBook, schema: ProjectSchema): readonly ForeignTable[] {
  const ofBook = foreignByBook.get(book) ?? new WeakMap<ProjectSchema, Map<string, readonly ForeignTable[]>>();
  foreignByBook.set(book, ofBook);
  const ofSchema = ofBook.get(schema) ?? new Map<string, readonly ForeignTable[]>();
  ofBook.set(schema, ofSchema);
  const key = `${service.name} ${dialect}`;
  let found = ofSchema.get(key);
  if (!found) ofSchema.set(key, (found = listForeignTables(service, dialect, book, schema)));
  return found;
}

const foreignByBook = new WeakMap<OwnershipBook, WeakMap<ProjectSchema, Map<string, readonly ForeignTable[]>>>();

function listForeignTables(service: Service, dialect: Dialect, book: OwnershipBook, schema: ProjectSchema): readonly ForeignTable[] {
  const owned = book.ownership.services.flatMap((owner) =>
    owner === service ? [] : owner.owns.flatMap(({ pattern, schema: within }) => (/[*?]/.test(pattern) ? [] : [{ name: pattern, ...(within === undefined ? {} : { schema: within }), quoted: true }])),
  );
  const named = new Set(owned.map(({ name }) => name.toLowerCase()));
  const made = schema.tables.flatMap((table) => (table.service && table.service !== service && !table.dropped && !named.has(table.name.name.toLowerCase()) ? [table.name] : []));
  return [...owned, ...made].flatMap((name) => foreignTable(name, dialect, service, book, schema) ?? []);
}

/** The foreign table that a created one is made from, or filled from with columns that both have. */
function sourceOf(access: TableAccess, name: TableName, created: SchemaTable | undefined, service: Service, book: OwnershipBook, schema: ProjectSchema): FoundCopy | undefined {
  const { dialect } = access;
  const made = isDerived(access.statement) ? undefined : (access.copiesFrom ?? []).flatMap((from) => foreignTable(from, dialect, service, book, schema) ?? [])[0];
  if (made) return { ...made, evidence: [`is made from \`${made.original.name}\``] };
  if (!created || created.columns.length === 0) return undefined;
  for (const { table, sources, by, statement, place } of schema.fillings) {
    if (table.name.toLowerCase() !== name.name.toLowerCase() || isDerived(statement)) continue;
    for (const from of sources) {
      const source = foreignTable(from, dialect, service, book, schema);
      if (!source?.definition || source.definition.columns.length === 0) continue;
      const { describing, contained } = compareColumns(created, source.definition);
      if (describing.length === 0 || contained < LEAST_CONTAINED) continue;
      const how = by === "trigger" ? "a trigger on" : "INSERT … SELECT from";
      return { ...source, evidence: [`is filled by ${how} \`${source.original.name}\` in ${place.path}`] };
    }
  }
  return undefined;
}

/** What counts and sums rows keeps none of them, unless it keeps their keys too. */
function isDerived(statement: string): boolean {
  const [, list = ""] = /\bselect\b([^]*?)\bfrom\b/i.exec(statement) ?? [];
  return /\b(?:count|sum|avg|total)\s*\(/i.test(list) && !/(?:^|[\s,.("`[])(?:id|uuid)(?=[\s,"`\]]|$)/i.test(list.replace(/\b\w+\s*\([^()]*\)/g, ""));
}

/** The foreign table whose name a created table's is made of, the longest first. */
function namesakeOf(name: TableName, created: SchemaTable | undefined, service: Service, originals: readonly ForeignTable[]): FoundCopy | undefined {
  const found = originals.flatMap((original): FoundCopy[] => {
    const named = namedAfter(name, service, original);
    if (!named || (named.unqualified && isOfEntity(original, originals))) return [];
    if (named.strength !== "marker" && endsIn(housekeepingNouns, original.original)) return [];
    const shared = sharedWith(created, original);
    if (!shared) return named.strength === "weak" ? [] : [{ ...original, evidence: [named.evidence] }];
    return bearsOut(isCommon(original.original) && named.strength === "qualified" ? { ...named, strength: "weak" } : named, shared) ? [{ ...original, evidence: [named.evidence, ...sharing(shared, original)] }] : [];
  });
  return found.sort((a, b) => b.original.name.length - a.original.name.length)[0];
}

/** Whether the word that a name loses is an entity of its own: `team_emails` beside `teams` are no module's e-mails. */
function isOfEntity({ original }: ForeignTable, originals: readonly ForeignTable[]): boolean {
  const first = wordsOf(original.name)[0] ?? "";
  return originals.some((other) => {
    const words = wordsOf(other.original.name);
    return words.length === 1 && sameWord(words[0]!, first);
  });
}

/** A table of the same name in a schema of its own is named after the other too. */
function namedAfter(name: TableName, service: Service, { original, owner }: ForeignTable): NamedAfter | undefined {
  const matched = matchCopyName(name.name, original.name, service, owner);
  if (matched || name.schema === undefined) return matched;
  const [own, other] = [wordsOf(name.name), wordsOf(original.name)];
  const same = own.length === other.length && own.every((word, index) => sameWord(word, other[index]!));
  return same && !isCommon(name) && name.schema !== original.schema ? { evidence: `is \`${original.name}\` again in the schema \`${name.schema}\``, strength: "weak" } : undefined;
}

function sharedWith(created: SchemaTable | undefined, { definition }: ForeignTable): SharedColumns | undefined {
  return created && definition && created.columns.length > 0 && definition.columns.length > 0 ? compareColumns(created, definition) : undefined;
}

/** Whether columns agree with a name: a link has the name and ids only, a child has columns of its own. */
function bearsOut({ strength }: NamedAfter, { describing, telling, contained, distinctive }: SharedColumns): boolean {
  switch (strength) {
    case "marker":
      return describing.length > 0 || (telling.length > 0 && contained >= 0.5);
    case "qualified":
      return describing.length > 1 || (describing.length === 1 && contained >= (distinctive ? 0.25 : 0.5)) || (telling.length > 1 && contained >= 0.6);
    case "weak":
      return describing.length > 1 && contained >= 0.5;
  }
}

/** The foreign table whose columns a created one keeps under another name. */
function alikeTo(name: TableName, created: SchemaTable | undefined, originals: readonly ForeignTable[], schema: ProjectSchema): FoundCopy | undefined {
  if (!created) return undefined;
  const leastOverlap = isCommon(name) ? LEAST_OVERLAP_OF_COMMON : LEAST_OVERLAP;
  for (const original of originals) {
    const shared = isCommon(original.original) || shareWord(name, original.original) ? undefined : sharedWith(created, original);
    if (!shared || shared.contained < LEAST_CONTAINED || shared.overlap < leastOverlap) continue;
    if (isSameTable(shared)) return { ...original, evidence: sharing(shared, original) };
    if (shared.describing.filter((column) => isRare(column, schema)).length >= FEWEST_SHARED) return { ...original, evidence: sharing(shared, original) };
  }
  return undefined;
}

/** Every column of a wide table, links and states too: few kinds of entities agree in all of them. */
function isSameTable({ contained, overlap, telling, describing }: SharedColumns): boolean {
  return contained === 1 && overlap >= 0.8 && telling.length >= 5 && describing.length >= 2;
}

/** Names with a word in common stand side by side: `api_requests` and `web_requests` are alike, and each is its service's own. */
function shareWord(a: TableName, b: TableName): boolean {
  return wordsOf(a.name).some((word) => wordsOf(b.name).some((other) => sameWord(word, other)));
}

/** A column that a tenth of the project's tables have says nothing of one of them. */
function isRare(column: string, { tables }: ProjectSchema): boolean {
  const holding = tables.filter(({ columns }) => columns.some(({ name }) => name.toLowerCase() === column.toLowerCase())).length;
  return holding <= Math.max(5, tables.length / 10);
}

/** Outboxes, locks, histories: every service has its own, and they look alike. */
function isCommon(table: TableName): boolean {
  return endsIn(commonNouns, table);
}

function endsIn(nouns: ReadonlySet<string>, { name }: TableName): boolean {
  return nouns.has(singularOf(wordsOf(name).at(-1) ?? ""));
}

/** How many columns a message names. */
const MOST_NAMED = 4;

function sharing({ describing, telling }: SharedColumns, { original, owner }: ForeignTable): readonly string[] {
  const columns = (describing.length > 0 ? describing : telling).slice(0, MOST_NAMED).map((column) => `\`${column}\``);
  return [`shares ${columns.join(", ")} with ${owner.name}'s \`${original.name}\``];
}
