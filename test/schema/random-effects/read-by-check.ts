import { collectAccesses } from "../../../src/check/check-project.ts";
import { compileOwnership } from "../../../src/ownership/compile-ownership.ts";
import { parseOwnership } from "../../../src/ownership/parse-ownership.ts";
import { inMemoryProject } from "../../in-memory-project.ts";

const { ownership } = parseOwnership("version: 1\ndialect: sqlite\nservices:\n  clinic:\n    paths: ['**']\n    owns: ['*']\n", "ownership.yaml");
const book = compileOwnership(ownership!);

/** For each statement the tables, in small letters, that a check says it writes, directly or indirectly. */
export function reportedTables(script: readonly string[], statements: readonly string[]): readonly ReadonlySet<string>[] {
  const starts: number[] = [];
  let text = "";
  for (const statement of statements) {
    starts.push(text.length);
    text += `${statement};\n`;
  }
  const { project, candidates } = inMemoryProject({ "migrations/001_schema.sql": `${script.join(";\n")};\n`, "statements.sql": text });
  const reported = statements.map(() => new Set<string>());
  for (const { access } of collectAccesses({ project, candidates, book }).accesses) {
    const { operation, table, place, indirect = [] } = access;
    if (place.path !== "statements.sql" || operation === "read") continue;
    const tables = reported[starts.findLastIndex((start) => start <= place.span.start)]!;
    for (const written of [table, ...indirect.map((each) => each.table)]) if (written) tables.add(written.name.toLowerCase());
  }
  return reported;
}
