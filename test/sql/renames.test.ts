import { describe, expect, it } from "vitest";
import { readRenames } from "../../src/sql/read-renames.ts";

describe("new names of tables", () => {
  it.each([
    ["ALTER TABLE _pets_new RENAME TO pets", "_pets_new -> pets"],
    ['ALTER TABLE IF EXISTS clinic."old" RENAME TO "visits"', "old -> visits"],
    ["ALTER TABLE pets RENAME AS animals", "pets -> animals"],
    ["RENAME TABLE pets TO old_pets, _pets_new TO pets", "pets -> old_pets, _pets_new -> pets"],
    ["ALTER TABLE pets RENAME COLUMN name TO title", ""],
    ["ALTER TABLE pets ADD COLUMN renamed TEXT", ""],
  ])("%s", (text, expected) => {
    const renames = readRenames(text, "generic").map(({ from, to }) => `${from.name} -> ${to.name}`);
    expect(renames.join(", ")).toBe(expected);
  });
});
