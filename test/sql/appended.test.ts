import { expect, it } from "vitest";
import { readSql } from "../../src/sql/read-sql.ts";

it.each([
  { text: "'DELETE FROM li' || 'kes' || ' WHERE id = 1'", tables: ["likes"] },
  { text: "'DELETE FROM likes' || 'old'", tables: ["likesold"] },
  { text: "'DELETE FROM likes_' || 'old' || day", tables: [undefined] },
  { text: "'DELETE FROM likes' || ' WHERE id = ' || id", tables: ["likes"] },
  { text: "'DELETE FROM ' || 'like' || day", tables: [undefined] },
  { text: "'DELETE FROM ' || day || 'likes'", tables: [undefined] },
])("reads a table's name that goes on in another text: $text", ({ text, tables }) => {
  const { statements } = readSql(`DO $$ BEGIN EXECUTE ${text}; END $$`, { dialect: "postgres", taken: true });
  expect(statements.flatMap(({ accesses }) => accesses.map(({ table }) => table?.name))).toEqual(tables);
});
