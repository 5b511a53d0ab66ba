import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { eslintVersions } from "./eslint-versions.ts";
import { createWorkspace, packageFolder } from "./workspace.ts";

const ownership = `version: 1
services:
  main: { paths: [main/**], owns: [users] }
  clinic: { paths: [clinic/**] }
`;
const write = 'package clinic\n\nimport "database/sql"\n\nfunc Forget(db *sql.DB) {\n\tdb.Exec("DELETE FROM users")\n}\n';
const files = { "ownership.yaml": ownership, "main/main.go": "package main\n", "clinic/a.go": write, "clinic/b.go": write, "clinic/c.js": 'db.exec("DELETE FROM users");\n', "clinic/d.sql": "DELETE FROM users;\n" };
const asModule = 'import crossWrite from "cross-write-check";\nexport default [crossWrite.configs.recommended];\n';
const defined = (configs: string): string => `import { defineConfig } from "eslint/config";\nimport crossWrite from "cross-write-check";\nexport default defineConfig(${configs});\n`;
const asCommonJs = (config: string): string => `const crossWrite = require("cross-write-check");\nmodule.exports = [${config}];\n`;

/** A project in which this package is installed. */
function install(config: Readonly<Record<string, string>>, { folder } = eslintVersions[0]!): string {
  const root = createWorkspace({ ...files, ...config, "node_modules/.keep": "" });
  symlinkSync(packageFolder, path.join(root, "node_modules/cross-write-check"));
  symlinkSync(folder, path.join(root, "node_modules/eslint"));
  return root;
}

function eslint(root: string, args: readonly string[], input = ""): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, [path.join(root, "node_modules/eslint/bin/eslint.js"), ...args], { cwd: root, input, encoding: "utf8" });
}

const concise = (root: string, stdout: string): readonly string[] =>
  (JSON.parse(stdout) as { filePath: string; messages: { ruleId: string; line: number; column: number }[] }[])
    .flatMap(({ filePath, messages }) => messages.map(({ ruleId, line, column }) => `${path.relative(root, filePath)}:${line}:${column} ${ruleId}`))
    .sort();
const everywhere = ["clinic/a.go:6:23 cross-write/no-foreign-write", "clinic/b.go:6:23 cross-write/no-foreign-write", "clinic/c.js:1:22 cross-write/no-foreign-write", "clinic/d.sql:1:13 cross-write/no-foreign-write"];

describe.each(eslintVersions)("$title", (version) => {
  it.each([
    ["an ECMAScript module", { "eslint.config.mjs": asModule }],
    ["defineConfig", { "eslint.config.mjs": defined("[crossWrite.configs.recommended]") }],
    ["defineConfig, spread", { "eslint.config.mjs": defined("...crossWrite.configs.recommended") }],
    ["a config that extends it", { "eslint.config.mjs": defined('{ files: ["clinic/**"], extends: [...crossWrite.configs.recommended] }') }],
    ["a CommonJS module", { "eslint.config.cjs": asCommonJs("crossWrite.configs.recommended") }],
    ["a CommonJS module, spread", { "eslint.config.cjs": asCommonJs("...crossWrite.configs.recommended") }],
  ])("takes the plugin from %s", (_, config) => {
    const root = install(config, version);
    const { stdout, stderr, status } = eslint(root, [".", "--format", "json"]);
    expect(stderr).toBe("");
    expect(concise(root, stdout)).toEqual(everywhere);
    expect(status).toBe(1);
  });
});

describe("eslint", () => {
  const root = install({ "eslint.config.mjs": asModule });

  it("prints with every formatter", () => {
    expect(eslint(root, ["."]).stdout).toContain("6:23  error  clinic deletes from `users`, which main owns.");
    const formatter = path.join(packageFolder, "node_modules/@microsoft/eslint-formatter-sarif/sarif.js");
    const sarif = JSON.parse(eslint(root, [".", "--format", formatter]).stdout) as { runs: { results: { ruleId: string }[] }[] };
    expect(sarif.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(everywhere.map(() => "cross-write/no-foreign-write"));
  });

  it("says the same from its cache", () => {
    const first = eslint(root, [".", "--cache", "--format", "json"]);
    expect(existsSync(path.join(root, ".eslintcache"))).toBe(true);
    expect(concise(root, eslint(root, [".", "--cache", "--format", "json"]).stdout)).toEqual(concise(root, first.stdout));
  });

  it("says the same in several threads", () => {
    expect(concise(root, eslint(root, [".", "--concurrency", "2", "--format", "json"]).stdout)).toEqual(everywhere);
  });

  it("tells in one of several threads that ownership.yaml is broken", () => {
    const many = Object.fromEntries(Array.from({ length: 24 }, (_, i) => [`clinic/file-${i}.go`, write]));
    const broken = install({ "eslint.config.mjs": asModule, "ownership.yaml": ownership.replace("version", "vresion"), ...many });
    const told = (): readonly string[] => concise(broken, eslint(broken, [".", "--concurrency", "2", "--format", "json"]).stdout);
    expect(told()).toEqual([expect.stringMatching(/^clinic\/\S+:1:1 cross-write\//)]);
    expect(told()).toHaveLength(1);
  });

  it("reads standard input as the file that it is to be, be that there or not", () => {
    expect(concise(root, eslint(root, ["--stdin", "--stdin-filename", "clinic/new.go", "--format", "json"], `\n${write}`).stdout)).toEqual(["clinic/new.go:7:23 cross-write/no-foreign-write"]);
    expect(concise(root, eslint(root, ["--stdin", "--stdin-filename", "clinic/a.go", "--format", "json"], "package clinic\n").stdout)).toEqual([]);
  });

  it("keeps its own list of what is suppressed", () => {
    const suppressing = install({ "eslint.config.mjs": asModule });
    expect(eslint(suppressing, [".", "--suppress-all"]).status).toBe(0);
    expect(readFileSync(path.join(suppressing, "eslint-suppressions.json"), "utf8")).toContain("cross-write/no-foreign-write");
    expect(eslint(suppressing, ["."])).toMatchObject({ status: 0, stdout: "" });
  });
});

describe("oxlint", () => {
  it("runs the same rules on JavaScript", () => {
    const config = { jsPlugins: [{ name: "cross-write", specifier: "cross-write-check" }], categories: { correctness: "off" }, rules: { "cross-write/no-foreign-write": "error" } };
    const root = install({ ".oxlintrc.json": JSON.stringify(config), "clinic/e.ts": 'export const sql: string = "DELETE FROM users WHERE id = 1";\n' });
    const oxlint = path.join(packageFolder, "node_modules/oxlint/bin/oxlint");
    const { stdout, stderr } = spawnSync(process.execPath, [oxlint, "--format", "unix", "clinic"], { cwd: root, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout.split("\n").filter((line) => line.includes("cross-write")).sort()).toEqual([
      expect.stringMatching(/^clinic\/c\.js:1:22: clinic deletes from `users`, which main owns\./),
      expect.stringMatching(/^clinic\/e\.ts:1:41: clinic deletes from `users`, which main owns\./),
    ]);
  });
});
