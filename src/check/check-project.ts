import type { CheckReport, Finding, Severity } from "../model/finding.ts";
import type { OwnershipBook, Service } from "../model/ownership.ts";
import type { Problem } from "../model/problem.ts";
import type { Rule } from "../model/rule.ts";
import type { Candidates, Project } from "../model/source-file.ts";
import type { Dialect } from "../model/sql-statement.ts";
import type { TableAccess } from "../model/table-access.ts";
import { touchesTable } from "../model/touches-table.ts";
import { judgeAccesses } from "../judge/judge-accesses.ts";
import { resolveAccess } from "../judge/resolve-access.ts";
import { findTableCopy } from "../schema/find-table-copy.ts";
import { analyse } from "./analysis.ts";
import { collectorOf } from "./find-accesses.ts";
import { modelsOf } from "./source-models.ts";

export interface AccessInput {
  readonly project: Project;
  /** What to judge; other files of the project are read where these use what they declare. */
  readonly candidates: Candidates;
  /** Undefined: no ownership.yaml, accesses belong to no service. */
  readonly book: OwnershipBook | undefined;
  /** Called after each file with the number of files read so far. */
  readonly onProgress?: (filesRead: number) => void;
}

export interface CheckInput extends AccessInput {
  readonly book: OwnershipBook;
  readonly rules: readonly { readonly rule: Rule; readonly severity: Severity }[];
  /** The day on which exceptions are judged: `2026-11-23`. */
  readonly today: string;
}

export interface AccessReport {
  /** Sorted by path and place. */
  readonly accesses: readonly { readonly access: TableAccess; readonly service: Service | undefined }[];
  readonly problems: readonly Problem[];
  /** How many files were looked at. */
  readonly files: number;
}

/** Every table access of the candidates; comments and grants, which access nothing, left out. */
export function collectAccesses(input: AccessInput): AccessReport {
  const report = readProject(input);
  return { ...report, accesses: report.accesses.filter(({ access }) => touchesTable(access.operation)) };
}

/** The gate: accesses judged by the rules. */
export function checkProject(input: CheckInput): CheckReport {
  const { accesses, problems, files } = readProject(input);
  const { book, rules, today } = input;
  const resolved = accesses.map(({ access, service }) => {
    const judged = resolveAccess(access, service, book, today);
    const copy = service && access.operation === "create-table" ? findTableCopy(access, service, book) : undefined;
    return copy ? { ...judged, copy } : judged;
  });
  const findings = judgeAccesses(resolved, rules);
  return { findings, problems, summary: summarise(files, accesses, findings) };
}

function readProject(input: AccessInput): AccessReport {
  const { project, candidates, book } = input;
  const models = modelsOf(project);
  const collector = collectorOf(analyse(project, models), dialectsOf(book));
  const problems: Problem[] = [];
  let read = 0;
  candidates.forEach((file) => {
    const model = models.read(file);
    collector.add(model);
    problems.push(...model.problems);
    input.onProgress?.(++read);
  });
  const accesses = collector.accesses().map((access) => ({ access, service: book?.serviceOf(access.place.path) }));
  return { accesses, problems, files: candidates.looked };
}

function summarise(files: number, accesses: AccessReport["accesses"], findings: readonly Finding[]): CheckReport["summary"] {
  const touching = accesses.filter(({ access }) => touchesTable(access.operation));
  const writes = touching.filter(({ access }) => access.operation !== "read");
  return {
    files,
    accesses: touching.length,
    writes: writes.length,
    unresolved: writes.filter(({ access }) => !access.table).length,
    byRule: countBy(findings, (finding) => finding.rule),
    byService: countBy(findings, (finding) => finding.service ?? ""),
  };
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** The dialect that ownership.yaml names for a file: its service's only database's, else the common one. */
function dialectsOf(book: OwnershipBook | undefined): (path: string) => Dialect | undefined {
  if (!book) return () => undefined;
  const { databases, dialect } = book.ownership;
  const common = dialect === "generic" ? undefined : dialect;
  return (path) => {
    const used = book.serviceOf(path)?.databases ?? [];
    const only = used.length === 1 ? databases.find((database) => database.name === used[0]) : undefined;
    return only?.dialect ?? common;
  };
}
