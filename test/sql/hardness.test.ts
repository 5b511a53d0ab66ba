import { describe, expect, it } from "vitest";
import { fuzz } from "../../bench/sql-fuzz.ts";
import { hardTexts, statementInputs } from "../../bench/sql-inputs.ts";
import { readSql } from "../../src/sql/read-sql.ts";

describe("texts of any kind", () => {
  it("are read without a throw, and no place lies outside of the text", { timeout: 120_000 }, () => {
    fuzz(statementInputs(), 40_000, 7);
  });

  // The bench prints the time for twice the text. Here twenty times the text may take a hundred times as long, on a busy machine; square time takes four hundred.
  it.each(hardTexts)("$name: time grows with the length", ({ of }) => {
    const [small, large] = [of(20_000), of(400_000)].map((text) => fastest(text));
    expect(large! / Math.max(small!, 1)).toBeLessThan(100);
  });
});

function fastest(text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    readSql(text, { dialect: "generic", taken: true });
    return performance.now() - start;
  });
  return Math.min(...times);
}
