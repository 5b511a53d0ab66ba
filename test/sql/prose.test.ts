import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { HOLE } from "../../src/model/sql-text.ts";
import { readSql } from "../../src/sql/read-sql.ts";

/** One text a line; `\n` in it is a line break, `□` a hole. */
function linesOf(file: string): readonly string[] {
  return readFileSync(new URL(`../../fixtures/sql/prose/${file}`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.replaceAll("\\n", "\n").replaceAll("□", HOLE));
}

const hasAccess = (text: string, taken: boolean): boolean => readSql(text, { dialect: "generic", taken }).statements.some(({ accesses }) => accesses.length > 0);

describe("texts that no database call takes", () => {
  it("sentences that begin like statements give no access", () => {
    const sentences = linesOf("sentences.txt");
    expect(sentences.length).toBeGreaterThan(300);
    expect(sentences.filter((sentence) => hasAccess(sentence, false))).toEqual([]);
  });

  it("the nearest real statements do", () => {
    const statements = linesOf("statements.txt");
    expect(statements.length).toBeGreaterThan(300);
    expect(statements.filter((statement) => !hasAccess(statement, false))).toEqual([]);
  });

  it("words alone are read when a call takes them", () => {
    expect(hasAccess("delete from cart", true)).toBe(true);
    expect(hasAccess("drop table pets", true)).toBe(true);
  });
});
