import type { BaselineEntry } from "./baseline.ts";
import type { Exception } from "./ownership.ts";
import type { Place } from "./place.ts";
import type { NoteMistake } from "./suppression.ts";

/** Something wrong with what tells the gate to let a finding pass. */
export type Fault = NoteFault | ExceptionFault | BaselineFault;

/** A comment that suppresses nothing, or tells no table. */
export interface NoteFault {
  readonly kind: "note";
  readonly place: Place;
  readonly fault: NoteMistake["kind"] | "unknown-rule" | "expired" | "unused-rule" | "unused-table";
  /** The word, rule, date or table at fault, as written. */
  readonly written: string;
  /** The last day of an expired one. */
  readonly until?: string;
  /** What was probably meant. */
  readonly suggestion?: string;
}

/** A reviewed exception of ownership.yaml that excuses nothing (any more). */
export interface ExceptionFault {
  readonly kind: "exception";
  readonly place: Place;
  readonly fault: "expired" | "unused";
  readonly exception: Exception;
}

/** Entries of the baseline whose findings are gone. */
export interface BaselineFault {
  readonly kind: "baseline";
  /** The first of them, in the baseline's file. */
  readonly place: Place;
  /** At least one. */
  readonly stale: readonly BaselineEntry[];
}
