import type { Ownership, TableEntry } from "../model/ownership.ts";
import { foldPattern, namingOf } from "./naming.ts";
import type { FoldedPattern } from "./naming.ts";
import type { KeyPath, Report } from "./ownership-mistake.ts";
import { hasWildcard, patternsOverlap } from "./table-pattern.ts";

/** Reports tables that two holders claim, and globs between which nothing decides. `lineOf` gives the line of an offset. */
export function checkTables(ownership: Ownership, lineOf: (offset: number) => number, report: Report): void {
  const claims = claimsOf(ownership);
  reportDoubles(claims, lineOf, report);
  reportTies(claims.filter(({ pattern }) => hasWildcard(pattern.name)), lineOf, report);
}

/** A pattern with who holds it: a service, `shared` or `ignore`. */
interface HeldPattern {
  /** For messages: "owned by `clinic`", "shared". */
  readonly standing: string;
  /** As written. */
  readonly name: string;
  readonly entry: TableEntry;
  readonly pattern: FoldedPattern;
  /** Empty for all. */
  readonly databases: readonly string[];
  readonly key: KeyPath;
}

function claimsOf(ownership: Ownership): readonly HeldPattern[] {
  const naming = namingOf(ownership, ownership.dialect);
  const hold = (standing: string, key: KeyPath, entries: readonly TableEntry[], databases: readonly string[]): readonly HeldPattern[] =>
    entries.map((entry) => {
      const name = entry.schema === undefined ? entry.pattern : `${entry.schema}.${entry.pattern}`;
      const pattern = foldPattern(entry.pattern, entry.schema, naming);
      return { standing, name, entry, pattern, databases: pattern.database === undefined ? databases : [pattern.database], key: [...key, name] };
    });
  return [
    ...ownership.services.flatMap(({ name, owns, databases }) => hold(`owned by \`${name}\``, ["services", name, "owns"], owns, databases)),
    ...hold("shared", ["shared"], ownership.shared, []),
    ...hold("ignored", ["ignore"], ownership.ignore, []),
  ];
}

function reportDoubles(claims: readonly HeldPattern[], lineOf: (offset: number) => number, report: Report): void {
  const known = new Map<string, HeldPattern[]>();
  for (const claim of claims) {
    const key = `${claim.pattern.schema ?? ""}\0${claim.pattern.name}`;
    const earlier = known.get(key)?.find((other) => meet(claim, other));
    if (earlier) {
      const line = lineOf(earlier.entry.place.span.start);
      const same = earlier.standing === claim.standing;
      const message = same ? `stands here and in line ${line}` : `is ${claim.standing} here and ${earlier.standing} in line ${line}`;
      report(claim.entry.place.span, claim.key, `\`${claim.name}\` ${message}`, same ? "Keep one of them." : "Decide whose it is, or put it under `shared` alone.");
    } else {
      known.set(key, [...(known.get(key) ?? []), claim]);
    }
  }
}

function reportTies(globs: readonly HeldPattern[], lineOf: (offset: number) => number, report: Report): void {
  let comparisons = 0;
  for (const [glob, other] of rivalsAmong(globs)) {
    if (++comparisons > MOST_COMPARISONS) return;
    if (!meet(glob, other) || glob.pattern.name === other.pattern.name || !patternsOverlap(glob.pattern.name, other.pattern.name)) continue;
    const line = lineOf(other.entry.place.span.start);
    const message = `\`${glob.name}\`, ${glob.standing}, and \`${other.name}\`, ${other.standing} in line ${line}, are equally close to some tables`;
    report(glob.entry.place.span, glob.key, message, "Make one of them more specific, or name the tables.");
  }
}

/** Far more than real files need; keeps a hostile one from taking long. */
const MOST_COMPARISONS = 20_000;

/** Every two globs of one specificity, in one schema, that have different holders; the later one first. */
function* rivalsAmong(globs: readonly HeldPattern[]): Generator<readonly [HeldPattern, HeldPattern]> {
  const groups = new Map<string, Map<string, HeldPattern[]>>();
  for (const glob of globs) {
    const key = `${glob.pattern.schema ?? ""}\0${glob.pattern.specificity.join()}`;
    const holders = groups.get(key) ?? new Map<string, HeldPattern[]>();
    groups.set(key, holders);
    for (const [standing, others] of holders) if (standing !== glob.standing) for (const other of others) yield [glob, other];
    const own = holders.get(glob.standing) ?? [];
    own.push(glob);
    holders.set(glob.standing, own);
  }
}

/** Whether some database may hold the tables of both. */
function meet(a: HeldPattern, b: HeldPattern): boolean {
  return a.databases.length === 0 || b.databases.length === 0 || a.databases.some((database) => b.databases.includes(database));
}
