import { existsSync, readFileSync } from "node:fs";
import type { Dialect, Operation, SqlReading } from "../../src/model/sql-statement.ts";

/** A statement with what a real database says that it does. */
export interface Judged {
  readonly dialect: Dialect;
  readonly sql: string;
  readonly writes: readonly (readonly [string, string])[];
  readonly reads: readonly string[];
  readonly reads_checked?: boolean;
}

const folder = new URL("../../../shared/sql-oracle/", import.meta.url);

/** Whether the judged statements lie beside the project. */
export const hasOracle: boolean = existsSync(folder);

export const oracleFiles = ["application", "postgres", "sqlite", "mysql"] as const;

export function readOracle(file: (typeof oracleFiles)[number]): readonly Judged[] {
  return readFileSync(new URL(`${file}.jsonl`, folder), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Judged);
}

/** Our operations in the words of the judges. */
const judgedOperations: Partial<Record<Operation, readonly string[]>> = {
  insert: ["insert"],
  upsert: ["insert", "update"],
  replace: ["insert"],
  update: ["update"],
  delete: ["delete"],
  merge: ["merge"],
  truncate: ["truncate"],
  "create-table": ["create"],
  "create-view": ["create"],
  "alter-table": ["alter"],
  "rename-table": ["alter"],
  "alter-view": ["alter"],
  "drop-table": ["drop"],
  "drop-view": ["drop"],
};

/** The writes and reads of a reading as the judges write them; bodies are not the statement's own. */
export function asJudged(reading: SqlReading): { readonly writes: readonly string[]; readonly reads: readonly string[] } {
  const accesses = reading.statements.flatMap((statement) => statement.accesses).filter((access) => !access.inBody);
  const nameOf = (access: (typeof accesses)[number]): string => access.table?.name.toLowerCase() ?? "?";
  const writes = new Set(accesses.flatMap((access) => (judgedOperations[access.operation] ?? []).map((operation) => `${operation} ${nameOf(access)}`)));
  const written = new Set([...writes].map((write) => write.slice(write.indexOf(" ") + 1)));
  const reads = new Set(accesses.filter((access) => access.operation === "read").map(nameOf));
  return { writes: [...writes].sort(), reads: [...reads].filter((name) => !written.has(name)).sort() };
}

export function expectedWrites(judged: Judged): readonly string[] {
  return [...new Set(judged.writes.map(([operation, table]) => `${operation} ${table.toLowerCase()}`))].sort();
}

export function expectedReads(judged: Judged): readonly string[] {
  return [...new Set(judged.reads.map((table) => table.toLowerCase()))].sort();
}
