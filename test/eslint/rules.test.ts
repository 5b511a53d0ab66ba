import path from "node:path";
import type { Rule } from "eslint";
import * as svelte from "svelte-eslint-parser";
import tseslint from "typescript-eslint";
import { describe, it } from "vitest";
import * as vue from "vue-eslint-parser";
import plugin from "../../src/index.ts";
import { eslintVersions } from "./eslint-versions.ts";
import { createWorkspace } from "./workspace.ts";

const root = createWorkspace({
  "main/main.go": "package main\n",
  "ownership.yaml": `version: 1
reads: deny
services:
  main: { paths: [main/**], api: { name: Main API, url: "http://localhost:8000" }, owns: { users: { update: POST /api/profile } } }
  petbase: { paths: [petbase/**], owns: [breeds] }
  clinic: { paths: [clinic/**], owns: [clinic_appointments] }
`,
  "petbase/main.go": "package main\n",
  "clinic/main.go": "package main\n",
});

interface Case {
  readonly wrong: string;
  readonly right: string;
  readonly message: RegExp;
  /** Where the code stands; in the clinic's where this is left out. */
  readonly folder?: string;
  readonly suggestions: number;
}

const cases: Readonly<Record<string, Case>> = {
  "use-owner-api": { wrong: 'db.exec("UPDATE users SET name = ?")', right: 'db.exec("UPDATE clinic_appointments SET notes = ?")', message: /updates `users`, which main owns\. Call the Main API: POST/, suggestions: 2 },
  "no-foreign-write": { wrong: 'db.exec("DELETE FROM breeds")', right: 'db.exec("DELETE FROM clinic_appointments")', message: /deletes from `breeds`, which petbase owns/, suggestions: 1 },
  "no-duplicate-table": { wrong: 'db.exec("CREATE TABLE clinic_users (id INTEGER)")', right: 'db.exec("CREATE TABLE clinic_appointments (id INTEGER)")', message: /creates `clinic_users`, a copy of `users`/, suggestions: 1 },
  "no-indirect-write": {
    wrong: 'db.exec("CREATE TRIGGER seen AFTER INSERT ON clinic_appointments BEGIN DELETE FROM breeds; END")',
    right: 'db.exec("CREATE TRIGGER seen AFTER INSERT ON clinic_appointments BEGIN DELETE FROM clinic_appointments; END")',
    message: /deletes from `breeds`, which petbase owns, without naming it: `trigger seen on clinic_appointments`/,
    suggestions: 1,
  },
  "no-foreign-schema-change": { wrong: 'db.exec("DROP TABLE users")', right: 'db.exec("DROP TABLE clinic_appointments")', message: /drops `users`/, suggestions: 1 },
  "no-unowned-table": { wrong: 'db.exec("INSERT INTO waiting_room (id) VALUES (1)")', right: 'db.exec("INSERT INTO clinic_appointments (id) VALUES (1)")', message: /`waiting_room`, which nobody owns/, suggestions: 1 },
  "no-unresolved-write": { wrong: "db.exec(`DELETE FROM ${process.argv[2]}`)", right: "db.exec(`DELETE FROM ${'clinic_appointments'}`)", message: /cannot be told/, suggestions: 1 },
  "no-foreign-read": { wrong: 'db.exec("SELECT * FROM users")', right: 'db.exec("SELECT * FROM clinic_appointments")', message: /reads `users`/, suggestions: 1 },
  "no-unassigned-write": { wrong: 'db.exec("DELETE FROM clinic_appointments")', right: 'db.exec("SELECT 1")', message: /./, folder: "tools", suggestions: 1 },
  "no-useless-suppression": { wrong: "// cross-write-ignore use-owner-api\nlet name;", right: "// an ordinary comment\nlet name;", message: /gives no reason/, suggestions: 0 },
};

const open = 'import Database from "better-sqlite3";\nconst db = new Database("data.db");\n';
const parsers = [
  { title: "espree", ending: "js", options: {}, around: (code: string) => open + code },
  { title: "@typescript-eslint/parser", ending: "ts", options: { parser: tseslint.parser }, around: (code: string) => `${open}const rows: readonly string[] = [];\n${code}` },
  { title: "vue-eslint-parser", ending: "js", options: { parser: vue }, around: (code: string) => open + code },
  { title: "vue-eslint-parser in a component", ending: "vue", options: { parser: vue }, around: (code: string) => `<template>\n  <p>Delete from users</p>\n</template>\n<script setup>\n${open}${code}\n</script>\n` },
  { title: "svelte-eslint-parser in a component", ending: "svelte", options: { parser: svelte }, around: (code: string) => `<script>\n${open}${code}\n</script>\n<p>Delete from users</p>\n` },
  { title: "svelte-eslint-parser", ending: "svelte.js", options: { parser: svelte }, around: (code: string) => open + code },
] as const;

describe.each(eslintVersions.flatMap((version) => parsers.map((parser) => ({ ...version, ...parser, title: `${version.title} and ${parser.title}` }))))("with $title", ({ api: { RuleTester }, options, ending, around }) => {
  RuleTester.describe = describe;
  RuleTester.it = it;
  const tester = new RuleTester({ languageOptions: { ...options, sourceType: "module" } });
  for (const [name, { wrong, right, message, folder = "clinic", suggestions }] of Object.entries(cases)) {
    const filename = path.join(root, folder, `${name}.${ending}`);
    const settings = { "cross-write": { ownership: path.join(root, "ownership.yaml") } };
    tester.run(name, plugin.rules![name] as Rule.RuleModule, {
      valid: [{ name: "right", code: around(right), filename, settings }],
      invalid: [{ name: "wrong", code: around(wrong), filename, settings, errors: [{ message, ...(suggestions > 0 && { suggestions }) }] }],
    });
  }
});

describe("every rule", () => {
  it("has its cases", ({ expect }) => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(plugin.rules!).sort());
  });
});
