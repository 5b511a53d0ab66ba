import { describe, expect, it } from "vitest";
import { normaliseStatement } from "../../src/judge/normalise-statement.ts";

describe("a statement's identity", () => {
  it.each([
    { change: "layout", before: "UPDATE users SET name = ? WHERE id = ?", after: "update users\n  set name=?\n  where id=?" },
    { change: "comments", before: "UPDATE users SET name = ?", after: "UPDATE /* the owner */ users -- by hand\nSET name = ?" },
    { change: "literals", before: "UPDATE users SET name = 'Ada', visits = 1", after: "UPDATE users SET name = 'Grace', visits = 20.5" },
    { change: "a literal that holds a comment's sign", before: "UPDATE users SET name = '--'", after: "UPDATE users SET name = 'it''s /*'" },
    { change: "names of placeholders", before: "UPDATE users SET name = :name WHERE id = :id", after: "UPDATE users SET name = :newName WHERE id = :userId" },
    { change: "the style of placeholders", before: "UPDATE users SET name = $1 WHERE id = $2", after: "UPDATE users SET name = @p1 WHERE id = \uFFFC" },
    { change: "a semicolon at the end", before: "DELETE FROM users", after: "DELETE FROM users ;" },
  ])("stays when $change changes", ({ before, after }) => {
    expect(normaliseStatement(after)).toBe(normaliseStatement(before));
  });

  it.each([
    { change: "a column", before: "UPDATE users SET name = ?", after: "UPDATE users SET email = ?" },
    { change: "a condition", before: "DELETE FROM users WHERE id = ?", after: "DELETE FROM users WHERE id > ?" },
    { change: "a cast", before: "UPDATE users SET born = ?::date", after: "UPDATE users SET born = ?::text" },
    { change: "a word boundary", before: "UPDATE users u SET a = 1", after: "UPDATE usersu SET a = 1" },
  ])("is another when $change changes", ({ before, after }) => {
    expect(normaliseStatement(after)).not.toBe(normaliseStatement(before));
  });

  it("is found in time in proportion to the statement", () => {
    const long = `INSERT INTO pets VALUES ${"('a''b', /* /* */ 1, :name), ".repeat(50_000)}'`;
    const start = performance.now();
    normaliseStatement(long);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
