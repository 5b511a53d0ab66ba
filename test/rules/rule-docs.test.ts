import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { checkFixture } from "../fixtures/check-fixture.ts";
import { expectedOf, type FixtureFiles } from "../fixtures/expectations.ts";

const folder = path.join(import.meta.dirname, "../../rules");

it("has a doc for every rule, and for nothing else", () => {
  const docs = readdirSync(folder).filter((name) => name.endsWith(".md"));
  expect(docs.toSorted()).toEqual(rules.map(({ meta }) => `${meta.id}.md`).toSorted());
});

describe.each(rules.map((rule) => ({ id: rule.meta.id, rule })))("rules/$id", ({ id, rule }) => {
  const doc = readFileSync(path.join(folder, `${id}.md`), "utf8");
  const files = examplesOf(doc);

  it("begins with the rule's code and severities", () => {
    const { code, presets } = rule.meta;
    const [title, , facts] = doc.split("\n");
    expect(title).toBe(`# ${id}`);
    expect(facts).toBe(`${code} · \`recommended\`: ${presets.recommended} · \`strict\`: ${presets.strict}`);
  });

  it("has every section", () => {
    const sections = [...doc.matchAll(/^## (.+)$/gm)].map(([, section]) => section);
    expect(sections).toEqual(["Why", "Wrong", "Right", "How to mend it", "When to make an exception", "Options"]);
  });

  it("shows right and wrong in several languages", () => {
    const [, wrong = "", right = ""] = doc.split(/^## (?:Wrong|Right)$/m);
    for (const examples of [wrong, right]) expect(Object.keys(examplesOf(examples)).length).toBeGreaterThanOrEqual(2);
    expect(expectedOf(files).filter((line) => line.includes(` ${id}`)).length).toBeGreaterThanOrEqual(2);
  });

  it("says of its examples what the tool says", () => {
    expect(checkFixture(path.join(folder, "example-ownership.yaml"), files, new Map([[id, "error"]]))).toEqual(expectedOf(files));
  });
});

/** The fenced blocks that name a path, by path: ```` ```go path=backend/clinic/users.go ````. */
function examplesOf(doc: string): FixtureFiles {
  const blocks = [...doc.matchAll(/^```\w+ path=(?<path>\S+)\n(?<text>[^]*?)^```$/gm)];
  return Object.fromEntries(blocks.map(({ groups }) => [groups?.["path"] ?? "", groups?.["text"] ?? ""]));
}
