import { describe, expect, it } from "vitest";
import { readColumnChanges } from "../../src/sql/read-column-changes.ts";

const cases: readonly (readonly [string, readonly string[]])[] = [
  ["ALTER TABLE pets DROP COLUMN name", ["name"]],
  ["ALTER TABLE pets DROP COLUMN IF EXISTS name CASCADE, DROP fax", ["name", "fax"]],
  ["ALTER TABLE pets RENAME COLUMN name TO title", ["name -> title"]],
  ["ALTER TABLE pets RENAME name TO title", ["name -> title"]],
  ["ALTER TABLE `pets` CHANGE COLUMN `name` `title` varchar(40) NOT NULL", ["name -> title"]],
  ["ALTER TABLE pets RENAME TO animals", []],
  ["ALTER TABLE pets RENAME INDEX a TO b, DROP INDEX c, DROP PRIMARY KEY, DROP FOREIGN KEY f, DROP CONSTRAINT k", []],
  ["ALTER TABLE pets ALTER COLUMN name DROP NOT NULL, ALTER COLUMN name DROP DEFAULT", []],
  ["DROP TABLE pets; CREATE TABLE pets (id int)", []],
];

describe("columns that ALTER TABLE drops and renames", () => {
  it.each(cases)("%s", (sql, expected) => {
    expect(readColumnChanges(sql, "generic").map(({ from, to }) => (to === undefined ? from : `${from} -> ${to}`))).toEqual(expected);
  });
});
