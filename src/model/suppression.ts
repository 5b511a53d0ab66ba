import type { Place, Span } from "./place.ts";
import type { TableName } from "./sql-statement.ts";

/** What the comments of one file say to the gate. */
export interface FileNotes {
  readonly suppressions: readonly Suppression[];
  readonly tableNotes: readonly TableNote[];
  /** Comments that mean to say something and do not. */
  readonly mistakes: readonly NoteMistake[];
}

/** `cross-write-ignore RULES until=DAY -- reason`, or `cross-write-ignore-file`: a comment that excuses findings. */
export interface Suppression {
  /** The comment's words. */
  readonly place: Place;
  /** Ids or codes of rules, as written. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** `2027-01-31`; it holds through that day. */
  readonly until: string | undefined;
  /** Where in its file it counts. */
  readonly covers: Coverage;
}

/** `cross-write-table: users, pets`: a comment that tells which tables a dynamic statement means. */
export interface TableNote {
  readonly place: Place;
  readonly tables: readonly TableName[];
  readonly covers: Coverage;
}

/** The whole file, or what stands in or begins in one of these ranges. */
export type Coverage = "file" | readonly Span[];

export interface NoteMistake {
  readonly place: Place;
  readonly kind: "unknown-word" | "no-rule" | "no-reason" | "bad-date" | "no-table";
  /** The word or date at fault, as written. */
  readonly written: string;
}
