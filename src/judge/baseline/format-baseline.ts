import type { BaselineEntry } from "../../model/baseline.ts";
import { BASELINE_VERSION } from "./parse-baseline.ts";

/**
 * The text of a baseline: one entry a line, sorted, so that two branches merge line by line. The list ends in `null`: every
 * entry's line ends in a comma, and none changes when another comes or goes.
 */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const lines = [...entries].sort(compareEntries).map((entry) => `${JSON.stringify(inOrder(entry))},`);
  return [`{"version":${BASELINE_VERSION},"findings":[`, ...lines, "null]}", ""].join("\n");
}

function inOrder({ path, scope, rule, operation, table, service, fingerprint }: BaselineEntry): Readonly<Record<keyof BaselineEntry, string | null>> {
  return { path, scope, rule, operation, table: table ?? null, service: service ?? null, fingerprint };
}

function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  const [left, right] = [sortKey(a), sortKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function sortKey(entry: BaselineEntry): string {
  return Object.values(inOrder(entry)).map((value) => value ?? "").join("\0");
}
