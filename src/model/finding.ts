import type { BaselineEntry } from "./baseline.ts";
import type { Api, Exception, Service, TableEntry } from "./ownership.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";
import type { Operation, TableName } from "./sql-statement.ts";
import type { TableAccess } from "./table-access.ts";

export type Severity = "error" | "warning" | "off";

/** An access with what ownership.yaml says of it. */
export interface ResolvedAccess {
  readonly access: TableAccess;
  /** The service whose code it stands in. */
  readonly service: Service | undefined;
  readonly standing: Standing;
  /** A created table that keeps another service's entities, with the evidence. */
  readonly copy?: TableCopy;
}

export type Standing =
  | { readonly kind: "own"; readonly entry: TableEntry }
  | { readonly kind: "shared" }
  | { readonly kind: "ignored" }
  | { readonly kind: "excused"; readonly exceptions: readonly Exception[] }
  | { readonly kind: "foreign"; readonly owner: Service; readonly entry: TableEntry; readonly api: OwnerCall | undefined }
  | { readonly kind: "unowned" }
  | { readonly kind: "ambiguous"; readonly owners: readonly Service[] }
  | { readonly kind: "unresolved"; readonly reason: string };

/** What to call instead of writing. `call` is the operation as ownership.yaml writes it, `url` where to send it. */
export interface OwnerCall {
  readonly name: string;
  readonly call: string | undefined;
  readonly url: string | undefined;
  readonly api: Api | undefined;
}

/** `evidence` are clauses for the message: "shares `email`, `name`". */
export interface TableCopy {
  readonly original: TableName;
  readonly owner: Service;
  readonly evidence: readonly string[];
}

/** What must not be, and where: the end of the way of the data. */
export interface Finding {
  readonly rule: string;
  readonly code: string;
  readonly severity: "error" | "warning";
  /** One sentence: what is wrong, names in backticks. */
  readonly message: string;
  /** The way out, beginning with a verb. */
  readonly help: string;
  readonly place: Place;
  readonly service: string | undefined;
  /** Undefined where the finding is about no access: a suppression, an exception, the baseline. */
  readonly operation: Operation | undefined;
  readonly table: string | undefined;
  readonly owner: string | undefined;
  readonly api: OwnerCall | undefined;
  readonly access: TableAccess | undefined;
  /** Where ownership.yaml says whose the table is. */
  readonly ownedAt?: Place;
  readonly fingerprint: string;
  readonly state: "new" | "baselined" | "suppressed";
}

/** All that a check says. */
export interface CheckReport {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly summary: CheckSummary;
  readonly baseline?: BaselineUse;
}

/** What a run did with a baseline. */
export interface BaselineUse {
  readonly entries: readonly BaselineEntry[];
  /** Entries that the run would have found and did not. */
  readonly stale: readonly BaselineEntry[];
  /** How many there were, and where, for people: "in the last commit". */
  readonly before?: { readonly count: number; readonly at: string };
}

export interface CheckSummary {
  readonly files: number;
  readonly accesses: number;
  readonly writes: number;
  readonly unresolved: number;
  readonly byRule: Readonly<Record<string, number>>;
  readonly byService: Readonly<Record<string, number>>;
}
