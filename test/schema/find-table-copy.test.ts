import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Dialect } from "../../src/model/sql-statement.ts";
import type { TableAccess } from "../../src/model/table-access.ts";
import { compileOwnership } from "../../src/ownership/compile-ownership.ts";
import { parseOwnership } from "../../src/ownership/parse-ownership.ts";
import { findTableCopy } from "../../src/schema/find-table-copy.ts";
import { readSql } from "../../src/sql/read-sql.ts";

const folder = new URL("../../fixtures/schema/", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), "utf8");

const { ownership } = parseOwnership(read("ownership.yaml"), "ownership.yaml");
const book = compileOwnership(ownership!);
const cases = [...read("table-copies.txt").matchAll(/^(\w+): (.+) -> (.+)$/gm)].map(([, service, statement, expected]) => ({ service: service!, statement: statement!, expected: expected! }));

describe("copies of foreign tables", () => {
  it.each(cases)("$service: $statement -> $expected", ({ service, statement, expected }) => {
    const creator = book.ownership.services.find(({ name }) => name === service)!;
    const copies = accessesOf(statement, "sqlite").flatMap((access) => findTableCopy(access, creator, book) ?? []);
    const said = copies.map(({ original, evidence }) => `${original.name}: ${evidence.join(" and ")}`).join("; ");
    expect(said).toBe(expected.startsWith("no copy") ? "" : expected);
  });

  it("names the owner of the original", () => {
    const [access] = accessesOf("CREATE TABLE clinic_pet_cards (id INTEGER)", "sqlite");
    expect(findTableCopy(access!, book.serviceOf("backend/clinic/a.sql")!, book)?.owner.name).toBe("petbase");
  });
});

function accessesOf(statement: string, dialect: Dialect): readonly TableAccess[] {
  const accesses = readSql(statement, { dialect, taken: true }).statements.flatMap((found) => found.accesses);
  return accesses.map((access) => ({ ...access, dialect, place: { path: "migration.sql", span: access.span }, certainty: "certain", via: "sql/file", call: undefined, scope: "", statement }));
}
