import { Linter, type ESLint, type Rule } from "eslint";
import { builtinRules } from "eslint/use-at-your-own-risk";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { lintIn, messagesIn } from "./lint.ts";
import { createWorkspace } from "./workspace.ts";

const root = createWorkspace({
  "ownership.yaml": "version: 1\nservices:\n  main: { paths: [main/**], owns: [users] }\n  clinic: { paths: [clinic/**] }\n",
  "main/main.go": "package main\n",
  "clinic/main.go": "package clinic\n",
});
/** Rules that configurations have on for every file that is linted, typed ones too. */
const EVERY_RULE: Readonly<Record<string, Readonly<Record<string, Rule.RuleModule>>>> = {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what it warns of, that rules are no stable interface, is what is tested
  "ESLint": Object.fromEntries(builtinRules),
  "typescript-eslint": (tseslint.plugin as ESLint.Plugin).rules as Record<string, Rule.RuleModule>,
};

const SQL = "DELETE FROM users;\n";
const SCRIPT = 'db.exec("DELETE FROM users");\n';

async function rulesOf(eslint: ESLint, file: string, text: string): Promise<readonly string[]> {
  return (await messagesIn(eslint, file, text)).map(({ ruleId, message }) => ruleId ?? message);
}

describe("a preset", () => {
  it("is one config, and a list of plain ones where it is spread", () => {
    const { recommended } = plugin.configs;
    expect(Array.isArray(recommended)).toBe(false);
    expect([...recommended].map(({ name, language }) => [name, language])).toEqual([
      ["cross-write/recommended", undefined],
      ["cross-write/recommended/go", "cross-write/go"],
      ["cross-write/recommended/sql", "cross-write/sql"],
      ["cross-write/recommended/prisma", "cross-write/prisma"],
    ]);
  });

  it("has rules alone where it is copied, as `extends` does: a copy holds for what is linted anyway", () => {
    expect(Object.keys(plugin.configs.recommended)).toEqual(["name", "plugins", "rules"]);
  });

  it("asks in turn for files of every language", async () => {
    const eslint = lintIn(root);
    for (const round of [1, 2]) {
      expect(await rulesOf(eslint, "clinic/a.sql", SQL)).toEqual(["cross-write/no-foreign-write"]);
      expect(await rulesOf(eslint, "clinic/a.js", SCRIPT)).toEqual(["cross-write/no-foreign-write"]);
      expect(await rulesOf(eslint, "clinic/a.ts", `const rows: string[] = [];\n${SCRIPT}`)).toEqual(["cross-write/no-foreign-write"]);
      expect(await rulesOf(eslint, "clinic/a.go", `package clinic // ${round}\n`)).toEqual([]);
    }
  });

  it("brings in no files that no config is about", async () => {
    const eslint = lintIn(root);
    for (const file of ["clinic/README.md", "clinic/a.jsx", "clinic/a.vue"]) expect(await eslint.isPathIgnored(file) || (await eslint.calculateConfigForFile(file)) === undefined).toBe(true);
  });

  it.each(Object.entries(EVERY_RULE))("passes by what %s has for JavaScript", (_, rules) => {
    for (const [filename, text] of [["clinic/a.go", "package clinic\n\nvar a = 1\n"], ["clinic/a.sql", "SELECT 1; -- eslint\n"]] as const) {
      for (const [name, rule] of Object.entries(rules)) {
        const others: Linter.Config = { plugins: { others: { rules: { [name]: rule } } }, rules: { [`others/${name}`]: "error" } };
        const linter = new Linter({ cwd: root });
        expect(() => linter.verify(text, [others, plugin.configs.recommended], { filename }), name).not.toThrow();
        expect(linter.verify(text, [others, plugin.configs.recommended], { filename }), name).toEqual([]);
      }
    }
  });

  it("tells where one config is about TypeScript and Go alike", async () => {
    const both: Linter.Config = { files: ["**/*.{ts,go}"], rules: {} };
    const eslint = lintIn(root, {}, [both], []);
    expect(await rulesOf(eslint, "clinic/a.go", "package clinic\n")).toEqual([]);
    expect(await rulesOf(eslint, "clinic/a.ts", "let a;")).toEqual([expect.stringContaining("give one the `files` of JavaScript or TypeScript alone") as string]);
  });
});
