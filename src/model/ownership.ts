import type { Place } from "./place.ts";
import type { Dialect, Operation, TableName } from "./sql-statement.ts";

/** ownership.yaml, checked and compiled: who owns which table. */
export interface Ownership {
  /** Relative to the root. */
  readonly path: string;
  readonly dialect: Dialect;
  readonly services: readonly Service[];
  readonly databases: readonly Database[];
  readonly shared: readonly TableEntry[];
  readonly allow: readonly Exception[];
  readonly ignore: readonly TableEntry[];
  readonly reads: "allow" | "deny";
  readonly unlisted: "error" | "warn" | "off";
  readonly unassigned: "error" | "warn" | "off";
  readonly tableNames: readonly TableNaming[];
}

export interface Service {
  readonly name: string;
  readonly title: string;
  readonly paths: readonly string[];
  readonly api: Api | undefined;
  readonly owns: readonly TableEntry[];
  /** Names of the databases it uses; empty where ownership.yaml names none. */
  readonly databases: readonly string[];
  readonly place: Place;
}

/** How others change what a service owns. */
export interface Api {
  readonly name: string;
  readonly url: string | undefined;
  readonly openapi: string | undefined;
}

export interface Database {
  readonly name: string;
  readonly dialect: Dialect;
  readonly place: Place;
}

/** A table name or glob (`clinic_*`), with what its line says. */
export interface TableEntry {
  readonly pattern: string;
  readonly schema: string | undefined;
  /** The owner's operation that replaces a direct write, as written: `POST /api/profile`. */
  readonly calls: Partial<Readonly<Record<ApiOperation, string>>>;
  /** A declared projection of another service's table. */
  readonly copyOf: { readonly table: string; readonly reason: string } | undefined;
  readonly place: Place;
}

export type ApiOperation = "insert" | "update" | "delete" | "write";

/** A reviewed exception under `allow`. */
export interface Exception {
  readonly service: string;
  readonly tables: readonly TableEntry[];
  /** Empty: every operation. */
  readonly operations: readonly Operation[];
  /** Empty: every column. */
  readonly columns: readonly string[];
  readonly reason: string;
  /** `2027-03-31`; the exception holds through that day. */
  readonly until: string | undefined;
  readonly issue: string | undefined;
  readonly place: Place;
}

/** A naming helper of `tableNames:`: `getTable('article')` -> `rex_article`; `:prefix_users`. */
export interface TableNaming {
  readonly pattern: string;
  readonly table: string;
  readonly place: Place;
}

/** Whose a table is. */
export type TableOwner =
  | { readonly kind: "service"; readonly service: Service; readonly entry: TableEntry }
  | { readonly kind: "shared"; readonly entry: TableEntry }
  | { readonly kind: "ignored" }
  | { readonly kind: "nobody" }
  | { readonly kind: "ambiguous"; readonly services: readonly Service[] };

/** The questions the other stages ask. Built by `ownership/compile`. */
export interface OwnershipBook {
  readonly ownership: Ownership;
  /** The service whose code a file is. */
  serviceOf(path: string): Service | undefined;
  /** `writer` decides between databases where the same name stands in several. */
  ownerOf(table: TableName, dialect: Dialect, writer: Service | undefined): TableOwner;
  /** The exceptions that together excuse an access on a day (`2026-11-23`), expired ones left out; none where it is not excused. */
  exceptionsFor(service: Service, table: TableName, operation: Operation, columns: readonly string[] | undefined, today: string): readonly Exception[];
}
