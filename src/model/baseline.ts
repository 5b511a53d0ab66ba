import type { Operation } from "./sql-statement.ts";

/** The file of known findings beside ownership.yaml. */
export const BASELINE_NAME = "cross-write-baseline.json";

/** The findings that a project knows and has not mended yet: they do not fail a run. */
export interface Baseline {
  /** Relative to the root. */
  readonly path: string;
  /** As the file holds it; empty where there is none yet. */
  readonly text: string;
  readonly entries: readonly BaselineEntry[];
}

/** A known finding. Its identity is the fingerprint; the rest is for readers and for runs that look at a part of the project. */
export interface BaselineEntry {
  readonly path: string;
  readonly scope: string;
  readonly rule: string;
  readonly operation: Operation;
  readonly table: string | undefined;
  readonly service: string | undefined;
  readonly fingerprint: string;
}
