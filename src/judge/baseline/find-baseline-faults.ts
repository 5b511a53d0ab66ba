import type { Baseline, BaselineEntry } from "../../model/baseline.ts";
import type { BaselineFault } from "../../model/fault.ts";

/** One fault for all stale entries: one command prunes them. Its place is the first one's line. */
export function findBaselineFaults({ path, text }: Baseline, stale: readonly BaselineEntry[]): readonly BaselineFault[] {
  const first = stale[0];
  if (first === undefined) return [];
  const at = Math.max(0, text.indexOf(`"${first.fingerprint}"`));
  const start = text.lastIndexOf("\n", at) + 1;
  const end = text.indexOf("\n", at);
  return [{ kind: "baseline", place: { path, span: { start, end: end < 0 ? text.length : end } }, stale }];
}
