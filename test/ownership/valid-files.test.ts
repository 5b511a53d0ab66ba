import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileOwnership } from "../../src/ownership/compile-ownership.ts";
import { parseOwnership } from "../../src/ownership/parse-ownership.ts";
import { askTheBook, questionsIn } from "./ask-the-book.ts";

const folder = new URL("../../fixtures/ownership/valid/", import.meta.url);

describe.each(readdirSync(folder))("%s", (file) => {
  const text = readFileSync(new URL(file, folder), "utf8");
  const { ownership, mistakes } = parseOwnership(text, file);

  it("has no mistakes", () => {
    expect(mistakes).toEqual([]);
  });

  const questions = questionsIn(text);
  it("asks something", () => {
    expect(questions.length).toBeGreaterThan(3);
  });

  it.each(questions)("$question = $expected", ({ question, expected }) => {
    const book = compileOwnership(ownership!);
    expect(askTheBook(book, question)).toBe(expected);
    expect(askTheBook(book, question)).toBe(expected);
  });
});
