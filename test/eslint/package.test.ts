import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { Linter } from "eslint";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { createWorkspace, packageFolder } from "./workspace.ts";

const run = (file: string, args: readonly string[], cwd = packageFolder): string => execFileSync(process.execPath, [file, ...args], { cwd, encoding: "utf8" });

describe("the package", () => {
  it("is sound for every way to import it", () => {
    const folder = createWorkspace({});
    const packed = spawnSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], { cwd: packageFolder, encoding: "utf8" }).stdout.trim();
    const tarball = path.join(folder, packed);
    expect(run(path.join(packageFolder, "node_modules/publint/src/cli.js"), [tarball, "--strict"])).toContain("All good!");
    // The library is for `import` alone.
    const { status, stdout } = spawnSync(process.execPath, [path.join(packageFolder, "node_modules/@arethetypeswrong/cli/dist/index.js"), tarball, "--profile", "node16", "--ignore-rules", "cjs-resolves-to-esm"], { encoding: "utf8" });
    expect({ status, stdout }).toMatchObject({ status: 0 });
  }, 120_000);

  it.each(["plugin.js", "plugin.cjs"])("loads nothing besides itself from %s", (entry) => {
    const report = `import(${JSON.stringify(path.join(packageFolder, "dist", entry))}).then(() => console.log(JSON.stringify(Object.keys(require("module")._cache))))`;
    const loaded = JSON.parse(run("-e", [report])) as string[];
    expect(loaded.map((file) => path.relative(packageFolder, file))).toEqual([path.join("dist", "plugin.cjs")]);
  });
});

describe("every rule of the plugin", () => {
  it.each(Object.entries(plugin.rules ?? {}))("%s has a page, and says what ESLint wants to know", (name, { meta }: { meta?: object }) => {
    expect(meta).toMatchObject({ type: "problem", languages: ["*"], schema: [], hasSuggestions: true });
    expect(meta).not.toHaveProperty("fixable");
    expect(existsSync(path.join(packageFolder, "rules", `${name}.md`))).toBe(true);
  });

  it.each(Object.entries(plugin.rules ?? {}))("%s satisfies the linter of plugins", (_, { meta }: { meta?: object }) => {
    const source = `export const rule = { meta: ${JSON.stringify(meta)}, create(context) {
      context.report({ loc, messageId: "mistake", data: { message } });
      context.report({ loc, messageId: "finding", data: { message, help }, suggest: [{ messageId: "call", fix }, { messageId: "ignore", data: { rule }, fix }] });
      return {};
    } };`;
    const messages = new Linter().verify(source, [{ plugins: { "eslint-plugin": eslintPlugin }, rules: eslintPlugin.configs.recommended.rules ?? {} }]);
    expect(messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });
});
