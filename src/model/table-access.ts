import type { DeclaredColumn } from "./declared-table.ts";
import type { Place } from "./place.ts";
import type { Dialect, Operation, TableName, TableRights } from "./sql-statement.ts";

/** `certain`: a database call or a confirmed statement; `likely`: the text only has the form of one. */
export type Certainty = "certain" | "likely";

/** One access to one table, in a host file. */
export interface TableAccess {
  readonly operation: Operation;
  /** Undefined where it cannot be told; `unresolved` says why. */
  readonly table: TableName | undefined;
  /** The table's name, or what stands for it. */
  readonly place: Place;
  readonly certainty: Certainty;
  /** The client that carries it: `go/database-sql`, `sql/file`; `go/text` for a text that reaches no known call. */
  readonly via: string;
  /** The call as written, without arguments: `db.ExecContext`. */
  readonly call: string | undefined;
  /** The enclosing function or method: `UpdateProfile`, `UserStore.save`; empty at the top of a file. */
  readonly scope: string;
  readonly dialect: Dialect;
  readonly columns?: readonly string[];
  /** The columns that a call gives the table that it creates or alters; of statements, their text says it. */
  readonly defines?: readonly DeclaredColumn[];
  readonly temporary?: boolean;
  readonly inBody?: boolean;
  readonly rights?: TableRights;
  readonly copiesFrom?: readonly TableName[];
  /** Why the table cannot be told, to follow "because". */
  readonly unresolved?: string;
  /** The files in which calls of the function that it stands in say which table it is, where these are accesses of their own. */
  readonly toldBy?: readonly string[];
  /** The statement as read, for fingerprints and second looks; holes are `HOLE`. */
  readonly statement: string;
  /** Where the statement stands, from its verb (or WITH) on; undefined where a call makes it. */
  readonly statementPlace?: Place;
  /** The statement of a query file that this one, in generated code, repeats. */
  readonly repeats?: Place;
  /** What it changes besides, through triggers, foreign keys, views and routines. */
  readonly indirect?: readonly IndirectWrite[];
  /** The table that the named one is a partition of, or another or an earlier name of. */
  readonly countsFor?: TableName;
  /** How the write comes about, where the statement does not name the table. */
  readonly chain?: readonly ChainStep[];
  /** Other places that a reader wants to see: where the constant stands, where the call is. */
  readonly related?: readonly Place[];
}

/** A table that a statement changes without naming it. */
export interface IndirectWrite {
  readonly operation: Operation;
  readonly table: TableName;
  /** From the statement to the table; never empty. */
  readonly chain: readonly ChainStep[];
}

export interface ChainStep {
  readonly kind: "trigger" | "instead-of" | "rule" | "foreign-key" | "view" | "routine" | "child";
  /** For people: `foreign key clinic_patients.user_id ON DELETE CASCADE`. */
  readonly text: string;
  /** Where it is declared. */
  readonly place: Place;
}
