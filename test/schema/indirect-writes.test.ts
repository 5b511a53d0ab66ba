import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { collectAccesses } from "../../src/check/check-project.ts";
import type { TableName } from "../../src/model/sql-statement.ts";
import { compileOwnership } from "../../src/ownership/compile-ownership.ts";
import { parseOwnership } from "../../src/ownership/parse-ownership.ts";
import { inMemoryProject } from "../in-memory-project.ts";

const text = readFileSync(new URL("../../fixtures/schema/indirect-writes.txt", import.meta.url), "utf8");
const cases = text.split(/^## /m).slice(1).map((part) => {
  const [, engine = "", title = "", tables = "", schema = "", statement = ""] = /^(\w+): (.+?) -> (.+)\n([^]*)\n>> (.+)\n/.exec(part) ?? [];
  return { engine, title, tables, schema, statement };
});

describe("a statement on a schema", () => {
  it.each(cases)("$engine: $title", ({ engine, tables, schema, statement }) => {
    expect(writtenBy(statement, schema, engine)).toEqual(tables.split(", ").sort());
  });
});

it("says once what a call of a routine writes, of whatever texts the call may be made", () => {
  const routine = "CREATE FUNCTION admit() RETURNS int LANGUAGE plpgsql AS $$ BEGIN INSERT INTO stays VALUES (1); RETURN 1; END $$;";
  const call = 'import { Pool } from "pg";\nexport const admit = (db: Pool, now: boolean) => db.query(`SELECT admit()${now ? " WHERE true" : ""} LIMIT ${now ? "1" : "2"}`);\n';
  const { accesses } = collectAccesses({ ...inMemoryProject({ "migrations/001.sql": routine, "admit.ts": call }), book: undefined });
  expect(accesses.filter(({ access }) => access.place.path === "admit.ts").map(({ access }) => `${access.operation} ${access.table?.name}`)).toEqual(["insert stays"]);
});

function writtenBy(statement: string, schema: string, engine: string): readonly string[] {
  const { ownership } = parseOwnership(`version: 1\ndialect: ${engine}\nservices:\n  clinic:\n    paths: ['**']\n`, "ownership.yaml");
  const { accesses } = collectAccesses({ ...inMemoryProject({ "migrations/001.sql": schema, "statements.sql": `${statement};\n` }), book: compileOwnership(ownership!) });
  const written = accesses.flatMap(({ access: { place, operation, table, indirect = [] } }) => (place.path === "statements.sql" && operation !== "read" ? [table, ...indirect.map((each) => each.table)] : []));
  return [...new Set(written.flatMap((table) => (table ? [nameOf(table)] : [])))].sort();
}

function nameOf({ name, schema }: TableName): string {
  return schema === undefined ? name : `${schema}.${name}`;
}
