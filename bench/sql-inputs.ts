import { existsSync, readFileSync } from "node:fs";
import type { Dialect } from "../src/model/sql-statement.ts";
import { HOLE } from "../src/model/sql-text.ts";

export interface SqlInput {
  readonly dialect: Dialect;
  readonly sql: string;
}

/** The judged statements beside the project where they are there, else the statements of the fixtures. */
export function statementInputs(): readonly SqlInput[] {
  const folder = new URL("../../shared/sql-oracle/", import.meta.url);
  if (!existsSync(folder)) {
    const lines = readFileSync(new URL("../fixtures/sql/prose/statements.txt", import.meta.url), "utf8").trim().split("\n");
    return lines.map((line) => ({ dialect: "generic", sql: line.replaceAll("□", HOLE) }));
  }
  return ["application", "postgres", "sqlite", "mysql"].flatMap((file) =>
    readFileSync(new URL(`${file}.jsonl`, folder), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as SqlInput),
  );
}

/** Texts that make a careless reader slow or deep; each grows with the number given. */
export const hardTexts: readonly { readonly name: string; readonly of: (length: number) => string }[] = [
  { name: "1 MB INSERT", of: (n) => `INSERT INTO pets (id, name) VALUES ${"(1, 'Rex'),".repeat(n / 11)}(1, 'x')` },
  { name: "lists of values", of: (n) => `DELETE FROM pets WHERE id IN (${"?, ".repeat(n / 3)}?)` },
  { name: "nested parentheses", of: (n) => `SELECT ${"(".repeat(n / 2)}1${")".repeat(n / 2)} FROM pets` },
  { name: "nested queries", of: (n) => `SELECT * FROM ${"(SELECT * FROM a, ".repeat(n / 20)}b${")".repeat(n / 20)}` },
  { name: "comment openers", of: (n) => `${"/* ".repeat(n / 3)}UPDATE pets SET name = 1` },
  { name: "unterminated quote", of: (n) => `UPDATE pets SET name = '${"x".repeat(n)}` },
  { name: "unterminated name", of: (n) => `UPDATE pets SET "${"x".repeat(n)}` },
  { name: "many statements", of: (n) => "UPDATE pets SET name = 1;\n".repeat(n / 26) },
  { name: "without semicolons", of: (n) => "UPDATE pets SET name = 1\n".repeat(n / 25) },
  { name: "common table expressions", of: (n) => `WITH ${Array.from({ length: n / 24 }, (_, i) => `c${i} AS (SELECT 1 FROM c${i - 1})`).join(",")} SELECT 1` },
  { name: "tables assigned", of: (n) => `UPDATE ${Array.from({ length: n / 16 }, (_, i) => `t${i} a${i}`).join()} SET ${Array.from({ length: n / 16 }, (_, i) => `a${i}.x=1`).join()}` },
  { name: "blocks of code", of: (n) => "DO $$ BEGIN UPDATE pets SET name = 1; END $$;\n".repeat(n / 46) },
  { name: "braces", of: (n) => "{".repeat(n) },
];
