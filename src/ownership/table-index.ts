import type { Ownership, Service, TableEntry } from "../model/ownership.ts";
import type { Dialect } from "../model/sql-statement.ts";
import { ignoredTables } from "./ignored-tables.ts";
import { foldPattern, matchesTable, namingOf } from "./naming.ts";
import type { FoldedPattern, FoldedTable, Naming } from "./naming.ts";
import { compareSpecificity } from "./specificity.ts";
import { hasWildcard } from "./table-pattern.ts";

/** What ownership.yaml says of the tables that a pattern names. */
export interface Claim {
  readonly owner: ClaimOwner;
  readonly pattern: FoldedPattern;
  /** The databases in which it holds; empty for all. */
  readonly databases: readonly string[];
}

export type ClaimOwner =
  | { readonly kind: "service"; readonly service: Service; readonly entry: TableEntry }
  | { readonly kind: "shared"; readonly entry: TableEntry }
  | { readonly kind: "ignored"; readonly builtIn: boolean };

/** The claims of ownership.yaml in the form in which one dialect compares names. */
export interface TableIndex {
  readonly naming: Naming;
  /** Claims on single names, by the name in small letters. */
  readonly byName: ReadonlyMap<string, readonly Claim[]>;
  readonly globs: readonly Claim[];
}

export function buildTableIndex(ownership: Ownership, dialect: Dialect): TableIndex {
  const naming = namingOf(ownership, dialect);
  const byName = new Map<string, Claim[]>();
  const globs: Claim[] = [];
  for (const claim of claimsOf(ownership, dialect, naming)) {
    const name = claim.pattern.name.toLowerCase();
    const group = hasWildcard(name) ? globs : (byName.get(name) ?? []);
    group.push(claim);
    if (group !== globs) byName.set(name, group);
  }
  return { naming, byName, globs };
}

/** The most specific of the claims that hold for a table in a database (undefined where ownership.yaml names none); several for a tie. */
export function bestClaims({ byName, globs, naming }: TableIndex, table: FoldedTable, database: string | undefined): readonly Claim[] {
  const candidates = [...(byName.get(table.name.toLowerCase()) ?? []), ...globs];
  const holding = candidates.filter((claim) => holdsIn(claim, database) && matchesTable(claim.pattern, table, naming));
  const compare = (a: Claim, b: Claim): number => compareClaims(a, b, table);
  const best = holding.reduce<Claim | undefined>((a, b) => (a && compare(a, b) >= 0 ? a : b), undefined);
  return best ? holding.filter((claim) => compare(claim, best) === 0) : [];
}

function claimsOf(ownership: Ownership, dialect: Dialect, naming: Naming): readonly Claim[] {
  const claim = (owner: ClaimOwner, name: string, schema: string | undefined, databases: readonly string[]): Claim => {
    const pattern = foldPattern(name, schema, naming);
    return { owner, pattern, databases: pattern.database === undefined ? databases : [pattern.database] };
  };
  return [
    ...ownership.services.flatMap((service) => service.owns.map((entry) => claim({ kind: "service", service, entry }, entry.pattern, entry.schema, service.databases))),
    ...ownership.shared.map((entry) => claim({ kind: "shared", entry }, entry.pattern, entry.schema, [])),
    ...ownership.ignore.map((entry) => claim({ kind: "ignored", builtIn: false }, entry.pattern, entry.schema, [])),
    ...ignoredTables.flatMap(({ pattern, schema, dialects }) => (dialects?.includes(dialect) === false ? [] : claim({ kind: "ignored", builtIn: true }, pattern, schema ?? "*", []))),
  ];
}

function holdsIn(claim: Claim, database: string | undefined): boolean {
  return database === undefined || claim.databases.length === 0 || claim.databases.includes(database);
}

/** The closer description wins, then the same spelling, then the closer schema, then what the user wrote. */
function compareClaims(a: Claim, b: Claim, table: FoldedTable): number {
  return (
    compareSpecificity(a.pattern.specificity, b.pattern.specificity) ||
    Number(a.pattern.name === table.name) - Number(b.pattern.name === table.name) ||
    compareSpecificity(a.pattern.schemaSpecificity, b.pattern.schemaSpecificity) ||
    Number(isBuiltIn(b)) - Number(isBuiltIn(a))
  );
}

function isBuiltIn({ owner }: Claim): boolean {
  return owner.kind === "ignored" && owner.builtIn;
}
