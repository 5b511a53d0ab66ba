import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseOwnership } from "../../src/ownership/parse-ownership.ts";
import { updateParts } from "../../tools/readme-parts.ts";
import { packageFolder } from "./source-files.ts";

const readme = readFileSync(path.join(packageFolder, "README.md"), "utf8");

describe("README.md", () => {
  it("has the tables and the example that the code gives (npm run docs writes them)", () => {
    expect(updateParts(readme)).toBe(readme);
  });

  it("shows an ownership.yaml that is right", () => {
    const yaml = /```yaml\n(?<text>[^]*?)```/.exec(readme)?.groups?.["text"] ?? "";
    expect(parseOwnership(yaml, "README.md")).toMatchObject({ mistakes: [], ownership: { dialect: "sqlite" } });
  });

  it("links to files that are there", () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)(?<target>[^)#]+)/g)].map((match) => match.groups!["target"]!);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(() => readFileSync(path.join(packageFolder, link)), link).not.toThrow();
  });
});
