import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Dialect } from "../../src/model/sql-statement.ts";
import { HOLE } from "../../src/model/sql-text.ts";
import { dialects } from "../../src/sql/dialects/index.ts";
import { readSql } from "../../src/sql/read-sql.ts";
import { describeReading } from "./read-cases.ts";

interface Case {
  /** `§` stands for a placeholder. */
  readonly sql: string;
  readonly expected: readonly string[];
}

/** How host programs and drivers write what is filled in later. */
const styles = ["?", "?1", "$1", ":name", "@p1", "%s", "%d", "%(name)s", "%[1]v", "{name}", "{{name}}", "#{name}", "${name}", HOLE, "'x'", "1"] as const;

const cases = JSON.parse(readFileSync(new URL("../../fixtures/sql/placeholders.json", import.meta.url), "utf8")) as readonly Case[];

describe.each(Object.keys(dialects) as Dialect[])("placeholders in %s", (dialect) => {
  it.each(styles)("%s", (style) => {
    for (const { sql, expected } of cases) {
      const text = sql.replaceAll("§", style);
      for (const variant of [text, `/* job:clean */ ${text}`, `-- UPDATE nobody\n${text};`, `\n  ${text.replaceAll(" ", "\n\t")}`]) {
        expect(describeReading(readSql(variant, { dialect, taken: true })), variant).toEqual(expected);
      }
    }
  });
});
