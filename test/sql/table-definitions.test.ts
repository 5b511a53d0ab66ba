import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Dialect } from "../../src/model/sql-statement.ts";
import type { ForeignKey } from "../../src/model/table-definition.ts";
import { readTableDefinitions } from "../../src/sql/read-table-definitions.ts";

interface Case {
  readonly title: string;
  readonly dialects: readonly Dialect[];
  readonly sql: string;
  readonly expected: readonly unknown[];
}

const cases = JSON.parse(readFileSync(new URL("../../fixtures/sql/table-definitions.json", import.meta.url), "utf8")) as readonly Case[];

describe("columns and keys that statements define", () => {
  for (const { title, dialects, sql, expected } of cases) {
    it.each(dialects)(`${title} (%s)`, (dialect) => {
      const definitions = readTableDefinitions(sql, dialect);
      expect(
        definitions.map(({ table, kind, columns, primaryKey, foreignKeys }) => ({
          [kind]: table.name,
          columns: columns.map(({ name, type }) => (type === undefined ? name : `${name} ${type}`)),
          primaryKey,
          foreignKeys: foreignKeys.map(describeKey),
        })),
      ).toEqual(expected);
      for (const { columns } of definitions) for (const { name, span } of columns) expect(sql.slice(span.start, span.end)).toContain(name);
    });
  }
});

function describeKey({ columns, table, referenced, onDelete, onUpdate }: ForeignKey): string {
  const events = [...(onDelete ? [`delete ${onDelete}`] : []), ...(onUpdate ? [`update ${onUpdate}`] : [])];
  return [`${columns.join(", ")} -> ${table.name}(${referenced.join(", ")})`, ...events].join(" ");
}
