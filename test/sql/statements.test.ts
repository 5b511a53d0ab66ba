import { describe, expect, it } from "vitest";
import { readSql } from "../../src/sql/read-sql.ts";
import { describeReading, readCases } from "./read-cases.ts";

describe.each(readCases(new URL("../../fixtures/sql/statements/", import.meta.url)))("$file", ({ cases }) => {
  for (const { title, dialects, sql, expected } of cases) {
    it.each(dialects)(`${title} (%s)`, (dialect) => {
      const reading = readSql(sql, { dialect, taken: true });
      expect(describeReading(reading)).toEqual(expected);
      for (const statement of reading.statements) {
        for (const { table, span } of statement.accesses) {
          const underlined = sql.slice(span.start, span.end);
          expect(underlined).not.toBe("");
          if (table && /^\w+$/.test(table.name) && !underlined.includes("\\")) expect(underlined.toLowerCase()).toContain(table.name.toLowerCase());
        }
      }
    });
  }
});
