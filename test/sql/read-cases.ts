import { readdirSync, readFileSync } from "node:fs";
import type { Dialect, SqlReading, StatementAccess } from "../../src/model/sql-statement.ts";
import { HOLE } from "../../src/model/sql-text.ts";

/** A text with what must be found in it. */
export interface SqlCase {
  readonly title: string;
  readonly dialects: readonly Dialect[];
  readonly sql: string;
  readonly expected: readonly string[];
}

/**
 * Reads the cases of a folder of fixtures. A case is `=== title [dialect dialect]`, the text, `---`, and one line an access:
 * `update users (name, email) temporary`. In the text `□` stands for a hole. Without dialects a case is read as `generic`.
 */
export function readCases(folder: URL): readonly { readonly file: string; readonly cases: readonly SqlCase[] }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => ({ file, cases: casesOf(readFileSync(new URL(file, folder), "utf8")) }));
}

function casesOf(text: string): readonly SqlCase[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [head = "", ...lines] = block.split("\n");
      const [, title = head, dialects] = /^(.*?)\s*(?:\[([\w ]+)\])?$/.exec(head) ?? [];
      const ruler = lines.indexOf("---");
      if (ruler < 0) throw new Error(`The case "${title}" has no line ---`);
      return {
        title,
        dialects: (dialects?.split(" ") ?? ["generic"]) as Dialect[],
        sql: lines.slice(0, ruler).join("\n").replaceAll("□", HOLE),
        expected: lines.slice(ruler + 1).filter((line) => line !== ""),
      };
    });
}

/** What was found, one line an access, in order. */
export function describeReading(reading: SqlReading): readonly string[] {
  return reading.statements.flatMap((statement) => statement.accesses.map((access) => describeAccess(access) + (statement.part === "down" ? " down" : "")));
}

/** `update auth.users (name) temporary body from pets`. */
export function describeAccess(access: StatementAccess): string {
  const { table, columns, copiesFrom } = access;
  const name = table === undefined ? "?" : [table.database, table.schema, table.name].filter((part) => part !== undefined).join(".");
  return [
    access.operation,
    name,
    ...(columns ? [`(${columns.join(", ")})`] : []),
    ...(access.temporary ? ["temporary"] : []),
    ...(access.inBody ? ["body"] : []),
    ...(copiesFrom ? [`from ${copiesFrom.map((source) => source.name).join(", ")}`] : []),
  ].join(" ");
}
