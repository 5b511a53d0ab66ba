import type { ApiOperation } from "../model/ownership.ts";
import type { Dialect, Operation } from "../model/sql-statement.ts";
import type { ListShape, NamesShape, RecordKey, RecordShape, Shape, TextShape, WordShape } from "./shape.ts";

/** Dialects that `dialect:` may name. */
export const dialects = [
  "generic", "sqlite", "postgres", "mysql", "mariadb", "sqlserver", "oracle", "clickhouse", "snowflake", "bigquery", "redshift",
] as const satisfies readonly Dialect[];

/** Operations that an exception may name. */
export const operations = [
  "read", "insert", "upsert", "update", "delete", "replace", "merge", "truncate", "write",
  "create-table", "alter-table", "drop-table", "rename-table", "create-view", "alter-view", "drop-view",
  "create-index", "drop-index", "create-trigger", "drop-trigger", "comment", "grant", "revoke",
] as const satisfies readonly Operation[];

/** Keys of a table under which an operation of the owner's API may stand. */
export const apiOperations = ["insert", "update", "delete", "write"] as const satisfies readonly ApiOperation[];

export const readingModes = ["allow", "deny"] as const;
export const strictnesses = ["error", "warn", "off"] as const;

const tableName = text("a table name or a glob such as `clinic_*`");
const call = text("the call to make instead, such as `POST /api/profile`");
const reason = text("words that say why");

const ownedTable: RecordShape = {
  kind: "record",
  expected: "a table's keys, such as `update: POST /api/profile`",
  keys: {
    insert: optional(call, "What to call instead of inserting a row: REST, gRPC, a queue, in any words."),
    update: optional(call, "What to call instead of updating rows."),
    delete: optional(call, "What to call instead of deleting rows."),
    write: optional(call, "What to call instead of any write that has no key of its own."),
    copyOf: optional(text("the table it is a copy of"), "The table of another service that this one is a declared projection of; needs a `reason`."),
    reason: optional(reason, "Why the projection is kept."),
  },
};

const ownedTables: Shape = {
  kind: "either",
  expected: "a list of tables, or a mapping from table to its keys",
  list: listOf(tableName, "a list of tables"),
  names: names(ownedTable, "a mapping from table to its keys"),
};

const api: RecordShape = {
  kind: "record",
  expected: "an API with `name` and `url`",
  keys: {
    name: optional(text("the API's name"), "What people call the API; the service's title and `API` when left out."),
    url: optional(text("a URL"), "Where the API answers; put before a call's path in findings."),
    openapi: optional(text("the path of an OpenAPI file"), "An OpenAPI file, relative to the root, in which the operations are found."),
  },
};

const service: RecordShape = {
  kind: "record",
  expected: "a service with `paths`",
  keys: {
    title: optional(text("a title"), "What people call the service; its name when left out."),
    paths: required(listOf(text("a path glob such as `backend/clinic/**`"), "a list of path globs", { mayBeEmpty: false }), "Which code is this service's, relative to the root; the most specific glob wins."),
    api: optional(api, "How others change what the service owns."),
    owns: optional(ownedTables, "The tables it owns, by name or glob; the most specific pattern wins."),
    database: optional(listOf(text("a database under `databases`"), "a database, or a list of them", { mayBeEmpty: false }), "The databases it uses, where `databases` names several."),
  },
};

const exception: RecordShape = {
  kind: "record",
  expected: "an exception with `service`, `tables` and `reason`",
  keys: {
    service: required(text("a service"), "Who may write."),
    tables: required(listOf(tableName, "a list of tables", { mayBeEmpty: false }), "The tables it may write, by name or glob."),
    operations: optional(listOf(word("an operation", operations), "a list of operations", { mayBeEmpty: false }), "Only these operations; every operation when left out. An upsert needs `insert` and `update`."),
    columns: optional(listOf(text("a column"), "a list of columns", { mayBeEmpty: false }), "Only these columns; every column when left out."),
    reason: required(reason, "Why the exception is right."),
    until: optional({ kind: "date" }, "The last day on which it holds."),
    issue: optional(text("a URL"), "Where its end is planned."),
  },
};

const database: RecordShape = {
  kind: "record",
  expected: "a database with a `dialect`",
  keys: { dialect: optional(word("a dialect", dialects), "The database's SQL dialect; the file's `dialect` when left out.") },
};

/** Every key of ownership.yaml: the one definition that its checking, its JSON Schema and editors' help are made from. */
export const ownershipFile: RecordShape = {
  kind: "record",
  expected: "a mapping that begins with `version: 1`",
  keys: {
    version: required({ kind: "number", value: 1 }, "The version of this format."),
    dialect: optional(word("a dialect", dialects), "The SQL dialect of the database; `generic` when left out."),
    databases: optional(names(database, "a mapping from database to its `dialect`"), "The databases, where there are several: the same table name in two of them is two tables."),
    services: required(names(service, "a mapping from service to its keys"), "Who owns which tables, and which code is whose."),
    shared: optional(listOf(tableName, "a list of tables"), "Tables that every service reads and writes."),
    allow: optional(listOf(exception, "a list of exceptions", { single: false }), "Reviewed exceptions, each with a reason."),
    ignore: optional(listOf(tableName, "a list of tables"), "Tables that are nobody's concern, besides those of databases and migration tools."),
    reads: optional(word("a way to treat reads", readingModes), "Whether services may read each other's tables; `allow` when left out."),
    unlisted: optional(word("a severity", strictnesses), "What a write to a table that nobody owns is; `warn` when left out."),
    unassigned: optional(word("a severity", strictnesses), "What a write in code of no service is; `warn` when left out."),
    tableNames: optional(names(text("the table, `*` standing for what the helper is given"), "a mapping from a naming helper to the table it names"), "Naming helpers: `getTable(*): rex_*`, `\":prefix_*\": cms_*`."),
  },
};

function text(expected: string): TextShape {
  return { kind: "text", expected };
}

function word(expected: string, words: readonly string[]): WordShape {
  return { kind: "word", expected, words };
}

function listOf(of: Shape, expected: string, { single = true, mayBeEmpty = true } = {}): ListShape {
  return { kind: "list", expected, of, single, mayBeEmpty };
}

function names(of: Shape, expected: string): NamesShape {
  return { kind: "names", expected, of };
}

function required(shape: Shape, description: string): RecordKey {
  return { description, shape, required: true };
}

function optional(shape: Shape, description: string): RecordKey {
  return { description, shape, required: false };
}
