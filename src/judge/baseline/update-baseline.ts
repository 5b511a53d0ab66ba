import type { BaselineEntry } from "../../model/baseline.ts";
import type { Finding } from "../../model/finding.ts";
import type { BaselineMatch } from "./match-baseline.ts";

/** The entries that are left when those whose finding is gone are dropped. */
export function pruneEntries(entries: readonly BaselineEntry[], { stale }: BaselineMatch): readonly BaselineEntry[] {
  const gone = new Set(stale.map(({ fingerprint }) => fingerprint));
  return entries.filter(({ fingerprint }) => !gone.has(fingerprint));
}

/** The entries that know all findings of a run, and those of files that it did not read. */
export function renewEntries(entries: readonly BaselineEntry[], match: BaselineMatch): readonly BaselineEntry[] {
  return [...pruneEntries(entries, match), ...newEntries(match.findings)];
}

/** What a baseline would have to know besides. A finding about no access is mended at once and never known. */
export function newEntries(findings: readonly Finding[]): readonly BaselineEntry[] {
  return findings.filter(({ state }) => state === "new").flatMap(entryOf);
}

function entryOf({ place, rule, operation, table, service, fingerprint, access }: Finding): readonly BaselineEntry[] {
  if (access === undefined || operation === undefined) return [];
  return [{ path: place.path, scope: access.scope, rule, operation, table, service, fingerprint }];
}
