import type { DeclaredTable } from "../model/declared-table.ts";
import type { OwnershipBook, Service } from "../model/ownership.ts";
import type { Filling, ProjectSchema, SchemaTable, TableRename } from "../model/schema.ts";
import type { Place } from "../model/place.ts";
import type { Project } from "../model/source-file.ts";
import type { Operation, TableName } from "../model/sql-statement.ts";
import type { TableAccess } from "../model/table-access.ts";
import type { TableDefinition } from "../model/table-definition.ts";
import { compareMigrations } from "../schema/migrations/compare-migrations.ts";
import { takesBack } from "../schema/migrations/takes-back.ts";
import { readColumnChanges } from "../sql/read-column-changes.ts";
import { readRenames } from "../sql/read-renames.ts";
import { readSql } from "../sql/read-sql.ts";
import { readTableDefinitions } from "../sql/read-table-definitions.ts";
import type { ProjectReading } from "./read-project.ts";

type ServiceAccess = ProjectReading["accesses"][number];

/** Of a reading what makes the project's schema. */
export type SchemaReading = Pick<ProjectReading, "accesses" | "declared">;

/** Whether a part of a project has tables that may copy others, or fills some: only then the columns of the whole are asked for. */
export function mayCopy({ accesses, declared }: SchemaReading): boolean {
  return declared.length > 0 || accesses.some(({ access }) => access.operation === "create-table" || callsRoutine(access));
}

/** Whether an access comes about through a routine that a statement calls. */
export function callsRoutine({ chain, inBody }: TableAccess): boolean {
  return chain !== undefined && inBody === undefined;
}

/** A reading of the whole project in which the files of a part say what that says. */
export function withPart(whole: SchemaReading, part: SchemaReading, isOfPart: (path: string) => boolean): SchemaReading {
  return {
    accesses: [...whole.accesses.filter(({ access }) => !isOfPart(access.place.path)), ...part.accesses],
    declared: [...whole.declared.filter(({ place }) => !isOfPart(place.path)), ...part.declared],
  };
}

/** What the schema statements among a project's accesses come to, each service's in the order of its files, and the tables that its code declares. */
export function readSchema({ accesses, declared }: SchemaReading, book: Pick<OwnershipBook, "serviceOf">, project: Pick<Project, "text">): ProjectSchema {
  const isUndone = undoneStatements(project);
  const tables: TableDraft[] = [];
  const renames: TableRename[] = [];
  const undone = new Set<TableAccess>();
  const standing = (name: TableName, { service }: ServiceAccess) => tables.find((table) => !table.dropped && table.service === service && sameName(table.name, name));
  for (const each of inOrder(accesses.filter(({ access }) => isTableChange(access.operation)))) {
    const { access, service } = each;
    const { operation } = access;
    if (!isTableChange(operation) || !access.table || access.temporary || access.inBody) continue;
    if (isUndone(access)) {
      undone.add(access);
      continue;
    }
    const known = standing(access.table, each);
    switch (operation) {
      case "create-table":
        if (!known) tables.push({ name: access.table, created: access, service, columns: columnsIn(access), dropped: false });
        break;
      case "alter-table":
        if (known) known.columns = [...changed(known.columns, access), ...columnsIn(access)];
        break;
      case "rename-table":
        for (const to of known ? renamedTo(access) : []) {
          renames.push({ from: access.table, to, service, place: access.place });
          if (known) rename(known, to, tables);
        }
        break;
      case "drop-table":
        if (known) known.dropped = true;
        break;
    }
  }
  for (const declaration of declared) addDeclared(declaration, book.serviceOf(declaration.place.path), tables);
  return { tables, fillings: fillingsAmong(accesses), renames, undone };
}

/** A declaration tells columns of a table of which no statement tells any. */
function addDeclared({ table, columns }: DeclaredTable, service: Service | undefined, tables: TableDraft[]): void {
  const known = tables.find((each) => each.service === service && sameName(each.name, table));
  if (!known) tables.push({ name: table, created: undefined, service, columns, dropped: false });
  else if (known.columns.length === 0) known.columns = columns;
}

type TableDraft = { -readonly [Key in keyof SchemaTable]: SchemaTable[Key] };

/** A table that takes a dropped one's name takes its place: the way in which SQLite changes what ALTER TABLE cannot. */
function rename(table: TableDraft, name: TableName, tables: TableDraft[]): void {
  const before = tables.find((other) => other.dropped && other.service === table.service && sameName(other.name, name));
  table.name = name;
  if (!before) return;
  before.columns = table.columns;
  before.dropped = false;
  tables.splice(tables.indexOf(table), 1);
}

type TableChange = "create-table" | "alter-table" | "rename-table" | "drop-table";

function isTableChange(operation: Operation): operation is TableChange {
  return tableChanges.has(operation);
}

const tableChanges: ReadonlySet<Operation> = new Set(["create-table", "alter-table", "rename-table", "drop-table"] satisfies TableChange[]);
const fillingOperations: ReadonlySet<string> = new Set(["insert", "upsert", "replace", "merge"]);

function inOrder(accesses: readonly ServiceAccess[]): readonly ServiceAccess[] {
  return [...accesses].sort((a, b) => compareMigrations(a.access.place, b.access.place));
}

function sameName(a: TableName, b: TableName): boolean {
  return a.name.toLowerCase() === b.name.toLowerCase() && (a.schema === undefined || b.schema === undefined || a.schema.toLowerCase() === b.schema.toLowerCase());
}

/** Statements are held once for all files that ask: linters judge file by file. */
const definitions = new WeakMap<TableAccess, TableDefinition["columns"]>();

function columnsIn(access: TableAccess): SchemaTable["columns"] {
  if (access.defines) return access.defines;
  let columns = definitions.get(access);
  if (!columns) definitions.set(access, (columns = readTableDefinitions(access.statement, access.dialect).flatMap((definition) => definition.columns)));
  return columns;
}

/** The columns without those that a statement drops, the others by their new names. */
function changed(columns: SchemaTable["columns"], { statement, dialect }: TableAccess): SchemaTable["columns"] {
  const changes = new Map(readColumnChanges(statement, dialect).map(({ from, to }) => [from.toLowerCase(), to]));
  if (changes.size === 0) return columns;
  return columns.flatMap((column) => {
    const key = column.name.toLowerCase();
    const name = changes.has(key) ? changes.get(key) : column.name;
    return name === undefined ? [] : [{ ...column, name }];
  });
}

function renamedTo({ table, statement, dialect }: TableAccess): readonly TableName[] {
  return readRenames(statement, dialect).flatMap(({ from, to }) => (table && sameName(from, table) ? [to] : []));
}

/** Tells statements that take a migration back: in a `.down.` file, in the Down part of one, in a function called down. */
function undoneStatements(project: Pick<Project, "text">): (access: TableAccess) => boolean {
  const parts = new Map<string, readonly { readonly start: number; readonly end: number }[]>();
  const downParts = ({ place: { path }, dialect }: TableAccess) => {
    let found = parts.get(path);
    if (!found) {
      const text = project.text(path) ?? "";
      found = /\bdown\b/i.test(text) ? readSql(text, { dialect, taken: true }).statements.flatMap(({ part, span }) => (part === "down" ? [span] : [])) : [];
      parts.set(path, found);
    }
    return found;
  };
  return (access) => {
    const { path, span } = access.place;
    if (takesBack(path, access.scope)) return true;
    return path.endsWith(".sql") && downParts(access).some(({ start, end }) => start <= span.start && span.end <= end);
  };
}

/** Statements that write one table and read others, and triggers that write one when another changes, themselves or through a function. */
function fillingsAmong(accesses: readonly ServiceAccess[]): readonly Filling[] {
  const statements = new Map<string, ServiceAccess[]>();
  for (const each of accesses) {
    const { statementPlace } = each.access;
    if (!statementPlace) continue;
    const key = keyOf(statementPlace);
    statements.set(key, [...(statements.get(key) ?? []), each]);
  }
  const throughFunctions = accesses.flatMap(({ access: { operation, table, place, statement, chain = [] }, service }): Filling[] => {
    const hung = chain.flatMap((step) => (step.kind === "trigger" ? (statements.get(keyOf(step.place)) ?? []) : []));
    const sources = hung.flatMap(({ access }) => (access.operation === "create-trigger" && access.table ? [access.table] : []));
    return table && sources.length > 0 && fillingOperations.has(operation) ? [{ table, sources, by: "trigger", statement, service, place }] : [];
  });
  const inStatements = [...statements.values()].flatMap((together): Filling[] => {
    const trigger = together.some(({ access }) => access.operation === "create-trigger");
    const sources = together.flatMap(({ access }) => (access.table && (access.operation === "create-trigger" || (!trigger && access.operation === "read")) ? [access.table] : []));
    if (sources.length === 0) return [];
    return together.flatMap(({ access: { operation, table, place, statement }, service }) => (table && fillingOperations.has(operation) ? [{ table, sources, by: trigger ? "trigger" : "statement", statement, service, place }] : []));
  });
  return [...inStatements, ...throughFunctions];
}

function keyOf({ path, span }: Place): string {
  return `${path}:${span.start}`;
}
