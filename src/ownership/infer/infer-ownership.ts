import { compareTexts } from "../../model/compare-texts.ts";
import type { Dialect, Operation, TableName } from "../../model/sql-statement.ts";
import type { TableAccess } from "../../model/table-access.ts";
import { isTestCode } from "../../model/test-code.ts";
import { ignoredTables } from "../ignored-tables.ts";
import { nameRulesOf } from "../name-rules.ts";
import { matchesPattern } from "../table-pattern.ts";
import { inferOwner, type OwnerGuess, type ServiceUse } from "./infer-owners.ts";
import { inferServices, type InferredService } from "./infer-services.ts";

/** What an ownership.yaml may say of a project, by its code alone. */
export interface InferredOwnership {
  /** `generic` where the code does not tell one. */
  readonly dialect: Dialect;
  readonly services: readonly (InferredService & { readonly owns: readonly InferredTable[] })[];
  /** Folders of code that touches tables for several services. */
  readonly libraries: readonly string[];
  /** Tables that only code of no service creates or writes. */
  readonly ownerless: readonly string[];
}

export interface InferredTable extends OwnerGuess {
  /** With its schema, where that is not the default one. */
  readonly table: string;
}

export interface CodeFacts {
  /** Every file of the project. */
  readonly paths: readonly string[];
  readonly accesses: readonly TableAccess[];
  /** What the only service of a project without folders of services is called. */
  readonly rootName: string;
}

/** Services from the folders, owners from who creates and who mostly writes each table. What tests do counts for nothing, nor do tables of tools and sessions. */
export function inferOwnership({ paths, accesses, rootName }: CodeFacts): InferredOwnership {
  const dialect = dialectOf(accesses);
  const counting = accesses.filter(({ table, operation, temporary, place, repeats }) => table && !temporary && !repeats && kinds[operation] !== undefined && !isTestCode(place.path) && !isKeptByTools(table));
  const { services, libraries } = inferServices(paths, [...new Set(counting.map(({ place }) => place.path))], rootName);
  const tables = new Map<string, { readonly name: string; readonly uses: Map<string | undefined, ServiceUse> }>();
  for (const { table, countsFor, operation, place } of counting) {
    const name = shownTable(countsFor ?? table!, dialect);
    const known = tables.get(name.toLowerCase()) ?? { name, uses: new Map<string | undefined, ServiceUse>() };
    tables.set(name.toLowerCase(), known);
    const service = serviceAt(place.path, services)?.name;
    const use = known.uses.get(service) ?? { service: service ?? "", creates: 0, writes: 0 };
    known.uses.set(service, kinds[operation] === "creates" ? { ...use, creates: use.creates + 1 } : { ...use, writes: use.writes + 1 });
  }
  const guesses = [...tables.values()].sort((a, b) => compareTexts(a.name, b.name)).map(({ name, uses }) => {
    const own = [...uses].flatMap(([service, use]) => (service === undefined ? [] : [use]));
    return { table: name, guess: inferOwner(name, own) };
  });
  const owningOf = (service: InferredService) => ({ ...service, owns: guesses.flatMap(({ table, guess }) => (guess?.owner === service.name ? [{ table, ...guess }] : [])) });
  return {
    dialect,
    services: services.map(owningOf).filter(({ folder, owns }) => folder !== "" || owns.length > 0 || services.length === 1),
    libraries,
    ownerless: guesses.flatMap(({ table, guess }) => (guess ? [] : [table])),
  };
}

/** Views and indexes are nobody's reason to own a table. */
const kinds: Partial<Readonly<Record<Operation, "creates" | "writes">>> = {
  "create-table": "creates",
  insert: "writes",
  upsert: "writes",
  update: "writes",
  delete: "writes",
  replace: "writes",
  merge: "writes",
  truncate: "writes",
  write: "writes",
};

/** The dialect of almost all statements whose dialect is known, where these are enough to speak for the others. */
function dialectOf(accesses: readonly TableAccess[]): Dialect {
  const counts = new Map<Dialect, number>();
  for (const { dialect } of accesses) if (dialect !== "generic") counts.set(dialect, (counts.get(dialect) ?? 0) + 1);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] >= all * 0.9 && most[1] >= accesses.length * 0.3 ? most[0] : "generic";
}

function isKeptByTools({ name, schema }: TableName): boolean {
  return ignoredTables.some((ignored) => matchesPattern(ignored.pattern, name.toLowerCase()) && (ignored.schema === undefined || matchesPattern(ignored.schema, schema?.toLowerCase() ?? "")));
}

function shownTable({ name, schema }: TableName, dialect: Dialect): string {
  const { defaultSchemas } = nameRulesOf(dialect);
  const parts = schema === undefined || defaultSchemas.includes(schema.toLowerCase()) ? [name] : [schema, name];
  return parts.map((part) => (/^[^."`[\](){}!|,;*?\s]+$/.test(part) ? part : `"${part}"`)).join(".");
}

/** The innermost service around a file. */
function serviceAt(path: string, services: readonly InferredService[]): InferredService | undefined {
  const around = services.filter(({ folder }) => folder === "" || path.startsWith(`${folder}/`));
  return around.reduce<InferredService | undefined>((a, b) => (a && a.folder.length >= b.folder.length ? a : b), undefined);
}
