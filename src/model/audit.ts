import type { CheckSummary, OwnerCall } from "./finding.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";
import type { Operation } from "./sql-statement.ts";

/** Who does what to whose tables, once and as a whole. What comments suppress counts as everything else does. */
export interface Audit {
  /** Those of ownership.yaml; behind them `""` where code of no service touches a table. */
  readonly services: readonly string[];
  /** Tables that other services than their owner write first, then by name. */
  readonly matrix: readonly MatrixRow[];
  readonly hotSpots: { readonly tables: readonly HotSpot[]; readonly services: readonly HotSpot[]; readonly files: readonly HotSpot[] };
  /** Foreign writes for which the owner has an API, by what is to be called. */
  readonly movable: readonly ForeignChanges[];
  /** Foreign writes for which there is none yet. */
  readonly waiting: readonly ForeignChanges[];
  /** Foreign writes that ownership.yaml allows, each with the reason. */
  readonly excused: readonly ExcusedWrites[];
  /** Changes of the structure of foreign tables, and of the rights on them. */
  readonly schemaChanges: readonly ForeignChanges[];
  /** Foreign tables that statements change without naming them. */
  readonly indirect: readonly IndirectChange[];
  readonly copies: readonly CopiedTable[];
  /** Foreign keys to tables of other services. */
  readonly foreignKeys: readonly CrossKey[];
  readonly unresolved: readonly UnresolvedWrite[];
  readonly problems: readonly Problem[];
  readonly summary: Pick<CheckSummary, "files" | "accesses" | "writes" | "unresolved">;
}

export interface MatrixRow {
  /** With its schema, where that is not the default one. */
  readonly table: string;
  /** A service, `shared`, or undefined where nobody owns it. */
  readonly owner: string | undefined;
  /** One a service, in the order of `services`. */
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell {
  readonly reads: number;
  readonly writes: number;
  /** How many of the writes are of another service's table, and excused by nothing. */
  readonly foreign: number;
  /** How often statements change the table without naming it, where it is another service's. */
  readonly indirect: number;
}

/** A table, service or file, and how many foreign changes there are of it or in it. */
export interface HotSpot {
  readonly name: string;
  readonly changes: number;
  /** The services that make the changes of a table; else the tables that are changed. */
  readonly besides: readonly string[];
}

/** What one service does to one foreign table, in one way. */
export interface ForeignChanges {
  readonly service: string;
  /** Undefined where tables of this name belong to several services, in several databases. */
  readonly owner: string | undefined;
  readonly table: string;
  readonly operation: Operation;
  readonly api: Pick<OwnerCall, "name" | "call" | "url"> | undefined;
  readonly places: readonly Place[];
}

export interface ExcusedWrites extends ForeignChanges {
  readonly reason: string;
  readonly until: string | undefined;
}

export interface IndirectChange {
  readonly service: string;
  readonly owner: string | undefined;
  readonly table: string;
  readonly operation: Operation;
  /** From the statement to the table. */
  readonly chain: readonly string[];
  readonly place: Place;
}

export interface CopiedTable {
  readonly service: string;
  readonly table: string;
  /** The service whose table it copies. */
  readonly owner: string | undefined;
  /** What it copies and how that is known, names in backticks. */
  readonly message: string;
  readonly place: Place;
}

export interface CrossKey {
  readonly table: string;
  readonly columns: readonly string[];
  readonly owner: string | undefined;
  /** The table that it points to. */
  readonly references: string;
  readonly referencesOwner: string;
  /** `CASCADE`, `SET NULL`, `SET DEFAULT`; undefined where the database leaves the rows alone, or refuses. */
  readonly onDelete: string | undefined;
  readonly onUpdate: string | undefined;
  readonly place: Place;
}

export interface UnresolvedWrite {
  /** Empty for code of no service. */
  readonly service: string;
  readonly operation: Operation;
  /** To follow "because". */
  readonly reason: string;
  readonly place: Place;
}
