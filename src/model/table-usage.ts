import type { OwnerCall } from "./finding.ts";
import type { TableOwner } from "./ownership.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";
import type { Operation } from "./sql-statement.ts";

/** What a project knows of the tables of one name. */
export interface TableLookup {
  /** One for each schema and owner that has a table of the name; none where nothing names it. */
  readonly usages: readonly TableUsage[];
  /** The names of all tables that the project knows. */
  readonly names: readonly string[];
  readonly problems: readonly Problem[];
  readonly files: number;
}

/** A table: whose it is, and who touches it. */
export interface TableUsage {
  /** With its schema, where that is not the default one. */
  readonly table: string;
  /** Undefined where there is no ownership.yaml. */
  readonly owner: TableOwner | undefined;
  /** What others call to change its rows, by what they mean to do; undefined where the owner offers nothing for that. */
  readonly calls: Readonly<Record<"insert" | "update" | "delete", OwnerCall | undefined>>;
  /** Sorted by service and place. */
  readonly uses: readonly TableUse[];
}

export interface TableUse {
  /** `indirect`: the statement does not name the table. */
  readonly kind: "write" | "read" | "schema" | "indirect";
  readonly operation: Operation;
  /** Undefined for code of no service. */
  readonly service: string | undefined;
  /** `foreign`: of another service's table; `allowed`: so, and ownership.yaml lets it pass. */
  readonly standing: "own" | "foreign" | "allowed";
  /** The enclosing function; empty at the top of a file. */
  readonly scope: string;
  /** From the statement to the table, where it does not name it. */
  readonly chain: readonly string[];
  readonly place: Place;
}
