import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languageCases, withoutExpressions } from "../../fixtures/languages/cases.ts";
import { languages } from "../../src/read/languages/index.ts";
import { expectedLines, filesOfFixture, linesOf, writesIn } from "../marked-writes.ts";

const ANSWERS = "fixtures/languages/cases";

describe.each(languages.filter(({ id }) => withoutExpressions[id] === undefined))("cases of $id", ({ id }) => {
  const folder = `${ANSWERS}/${id}`;
  const answers = new Map(existsSync(folder) ? readdirSync(folder).map((name) => [name.replace(/\.\w+$/, ""), `${folder}/${name}`]) : []);
  const asked = languageCases.filter(({ skipped }) => skipped?.[id] === undefined);

  it.each(asked)("$name: $asks", ({ name }) => {
    const answer = answers.get(name);
    expect(answer, `${folder}/${name}.*, or a reason under \`skipped\` in fixtures/languages/cases.ts`).toBeDefined();
    const files = filesOfFixture(answer!);
    expect(linesOf(writesIn(files), files)).toEqual(expectedLines(files));
  });

  it("answers no case that is not asked", () => {
    expect([...answers.keys()].filter((name) => !asked.some((each) => each.name === name))).toEqual([]);
  });

  it("skips with a reason", () => {
    expect(languageCases.filter(({ skipped }) => skipped?.[id]?.trim() === "")).toEqual([]);
  });
});
