import type { BaselineEntry } from "../../model/baseline.ts";
import type { Finding } from "../../model/finding.ts";

/** Findings told apart by a baseline. */
export interface BaselineMatch {
  /** All findings in their order; the new ones that the baseline knows are baselined. */
  readonly findings: readonly Finding[];
  /** Entries whose finding is gone, of those that the run could have found. */
  readonly stale: readonly BaselineEntry[];
}

/**
 * Marks what is known. An entry knows one finding, by its fingerprint: a new one fails though another was mended.
 * `judged` says whether this run would find an entry's finding: its file was read and its rule is on.
 */
export function matchBaseline(findings: readonly Finding[], entries: readonly BaselineEntry[], judged: (entry: BaselineEntry) => boolean): BaselineMatch {
  const unmatched = new Map(entries.map((entry) => [entry.fingerprint, entry]));
  const marked = findings.map((finding): Finding => {
    const known = finding.state === "new" && unmatched.delete(finding.fingerprint);
    return known ? { ...finding, state: "baselined" } : finding;
  });
  return { findings: marked, stale: [...unmatched.values()].filter(judged) };
}
