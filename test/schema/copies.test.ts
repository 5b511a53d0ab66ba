import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { checkProject } from "../../src/check/check-project.ts";
import { ruleSeverities } from "../../src/judge/rule-severities.ts";
import { compileOwnership } from "../../src/ownership/compile-ownership.ts";
import { parseOwnership } from "../../src/ownership/parse-ownership.ts";
import { inMemoryProject } from "../in-memory-project.ts";

const text = readFileSync(new URL("../../fixtures/schema/copies.txt", import.meta.url), "utf8");
const cases = text.split(/^## /m).slice(1).map((part) => {
  const [, title = "", verdict = "", body = ""] = /^(.+?) -> (copy|no copy)\n([^]*)$/.exec(part) ?? [];
  const sections = body.split(/^-- /m).slice(1).map((section) => ({ service: section.slice(0, section.indexOf("\n")), sql: section.slice(section.indexOf("\n")) }));
  return { title, verdict, sections };
});

describe("tables of two services", () => {
  it.each(cases)("$title: $verdict", ({ verdict, sections }) => {
    expect(copiesIn(sections).length > 0 ? "copy" : "no copy").toBe(verdict);
  });

  it("are cases of both kinds", () => {
    expect(new Set(cases.map((each) => each.verdict))).toEqual(new Set(["copy", "no copy"]));
  });
});

/** The tables that are reported; the first service owns what it creates. */
function copiesIn(sections: readonly { readonly service: string; readonly sql: string }[]): readonly (string | undefined)[] {
  const [owner] = sections;
  const owned = [...(owner?.sql ?? "").matchAll(/CREATE TABLE (\w+)/g)].map(([, name]) => name);
  const services = sections.map(({ service }, index) => `  ${service}: { paths: [${service}/**]${index === 0 ? `, owns: [${owned.join(", ")}]` : ""} }`);
  const { ownership } = parseOwnership(`version: 1\nservices:\n${services.join("\n")}\n`, "ownership.yaml");
  const files = Object.fromEntries(sections.map(({ service, sql }) => [`${service}/001.sql`, sql]));
  const input = { ...inMemoryProject(files), book: compileOwnership(ownership!), rules: ruleSeverities(rules, "recommended", ownership!, new Map()), today: "2026-11-23" };
  return checkProject(input).findings.flatMap(({ rule, table }) => (rule === "no-duplicate-table" ? [table] : []));
}
