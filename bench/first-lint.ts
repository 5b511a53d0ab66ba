import { ESLint, type Linter } from "eslint";
import { createRequire } from "node:module";

// node --import tsx first-lint.ts nothing|ours ROOT FILE: prints the milliseconds of the first lint in this process.
const [what, root = "", file = ""] = process.argv.slice(2);
const plugin = createRequire(import.meta.url)("../dist/plugin.cjs") as { readonly configs: { readonly strict: Iterable<Linter.Config> } };
const ours = [...plugin.configs.strict];
const nothing: Linter.Config = { plugins: { none: { rules: { nothing: { meta: { languages: ["*"] }, create: () => ({}) } } } }, rules: { "none/nothing": "error" } };
const overrideConfig = what === "ours" ? ours : [...ours.map(({ rules: _, ...rest }) => rest), nothing];
const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig });
const began = performance.now();
await eslint.lintFiles([file]);
process.stdout.write(String(performance.now() - began));
