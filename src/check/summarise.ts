import type { CheckSummary, Finding } from "../model/finding.ts";
import type { TableAccess } from "../model/table-access.ts";
import { touchesTable } from "../model/touches-table.ts";

/** The counts at the end of a report. `files` is how many were looked at. */
export function summarise(files: number, accesses: readonly TableAccess[], findings: readonly Finding[]): CheckSummary {
  const touching = accesses.filter(({ operation }) => touchesTable(operation));
  const writes = touching.filter(({ operation }) => operation !== "read");
  return {
    files,
    accesses: touching.length,
    writes: writes.length,
    unresolved: writes.filter(({ table, toldBy }) => !table && !toldBy).length,
    ...countFindings(findings),
  };
}

/** How many of the findings there are of each rule, and in each service's code. */
export function countFindings(findings: readonly Finding[]): Pick<CheckSummary, "byRule" | "byService"> {
  return { byRule: countBy(findings, ({ rule }) => rule), byService: countBy(findings, ({ service }) => service ?? "") };
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return Object.fromEntries(counts);
}
