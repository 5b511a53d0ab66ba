import type { DeclaredColumn } from "../model/declared-table.ts";
import type { Place, Span } from "../model/place.ts";
import type { Dialect, Operation, TableName } from "../model/sql-statement.ts";
import type { SqlText } from "../model/sql-text.ts";
import type { WhereCalled } from "./where-called.ts";

/** A place of a file where it reaches a database: with statements to be read, or with a table that the call itself names. */
export type ClientUse = StatementUse | TableUse;

interface Use {
  /** `go/database-sql` */
  readonly via: string;
  /** The call as written, without arguments: `db.ExecContext`. */
  readonly call: string | undefined;
  /** The enclosing function: `UserStore.save`. */
  readonly scope: string;
  readonly dialect: Dialect | undefined;
  /** The callee. */
  readonly place: Place;
  /** The call is one of a helper of the project, whose arguments decide what the helper does. */
  readonly through?: HelperCall;
}

export interface HelperCall extends WhereCalled {
  /** The whole call, in the file of `place`. */
  readonly span: Span;
  readonly exported: boolean;
  /** The function that is called; of a constructor the method that uses what it is given. */
  readonly helper: Place;
  /** The function that the call stands in. */
  readonly caller: Span | undefined;
}

/** Whether a place lies in the function that calls the helper. */
export function standsInCaller(place: Place, { place: { path }, caller }: HelperCall): boolean {
  return caller !== undefined && path === place.path && caller.start <= place.span.start && place.span.end <= caller.end;
}

/** Whether a place lies in the helper: a name that stands there is its own, whatever the caller tells. */
export function standsInHelper({ path, span }: Place, { helper }: HelperCall): boolean {
  return path === helper.path && helper.span.start <= span.start && span.end <= helper.span.end;
}

/** Whether a place lies inside a call. */
export function standsIn(place: Place, { place: callee, span }: HelperCall): boolean {
  return place.path === callee.path && span.start <= place.span.start && place.span.end <= span.end;
}

export interface StatementUse extends Use {
  readonly kind: "statement";
  /** The whole call, in the file of `place`. */
  readonly span: Span;
  /** The alternatives of the statement's text. */
  readonly texts: readonly SqlText[];
  /** Whether a text that cannot be told is to be reported as a write. */
  readonly writes: boolean;
  /** What takes the text is not known: only its form tells that it is a statement. */
  readonly byForm?: boolean;
}

export interface TableUse extends Use {
  readonly kind: "table";
  readonly operation: Operation;
  /** Undefined where the name cannot be told; `unresolved` says why. */
  readonly table: TableName | undefined;
  /** Where the access is shown. */
  readonly tablePlace: Place;
  /** Where the name, or the model that has it, stands. */
  readonly namedAt: Place;
  readonly unresolved?: string;
  /** The columns that it gives the table, of one that creates or alters it. */
  readonly defines?: readonly DeclaredColumn[];
  /** The name is a parameter of the function there: its callers may tell. */
  readonly parameterOf?: Place;
}
