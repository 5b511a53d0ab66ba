import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { checkProject } from "../../src/check/check-project.ts";
import { ruleSeverities } from "../../src/judge/rule-severities.ts";
import { compileOwnership } from "../../src/ownership/compile-ownership.ts";
import { parseOwnership } from "../../src/ownership/parse-ownership.ts";
import { inMemoryProject } from "../in-memory-project.ts";

const { ownership } = parseOwnership("version: 1\nunlisted: off\nservices:\n  main: { paths: [main/**], owns: [users, posts] }\n  clinic: { paths: [clinic/**] }\n", "ownership.yaml");

const MAIN = {
  "main/001.sql": "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, name TEXT);\nCREATE TABLE posts (id INTEGER PRIMARY KEY, title TEXT, body TEXT, slug TEXT, summary TEXT);",
};
const LINK = { "clinic/link.sql": "CREATE TABLE clinic_users (clinic_id INTEGER, user_id INTEGER, role TEXT);" };
const NOTES = { "clinic/notes.sql": "CREATE TABLE news (id INTEGER PRIMARY KEY, title TEXT, body TEXT, slug TEXT, summary TEXT);" };

describe("a part of a project", () => {
  it.each([
    { title: "a link whose columns the owner's do not bear out", part: LINK, tables: [] },
    { title: "a copy under another name", part: NOTES, tables: ["news"] },
  ])("is judged by the columns of the whole: $title", ({ part, tables }) => {
    const whole = inMemoryProject({ ...MAIN, ...LINK, ...NOTES });
    const report = checkProject({
      project: whole.project,
      candidates: inMemoryProject(part).candidates,
      everything: () => whole.candidates,
      asked: (path) => path in part,
      book: compileOwnership(ownership!),
      rules: ruleSeverities(rules, "recommended", ownership!, new Map()),
      today: "2026-11-23",
    });
    expect(report.findings.map(({ table }) => table)).toEqual(tables);
  });
});
