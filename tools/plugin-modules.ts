const declarations = `import type { ESLint, Linter } from "eslint";

/** The ESLint plugin. Each config is one entry of a list of configs, and a list of plain ones where it is spread. */
interface CrossWritePlugin extends ESLint.Plugin {
  readonly configs: Readonly<Record<"recommended" | "strict", Linter.Config & Iterable<Linter.Config>>>;
}

declare const plugin: CrossWritePlugin;
`;

/** What stands beside `plugin.cjs`: the same object for `import`, and types for both. They name ESLint's own types only, which every user has. */
export const pluginModules: Readonly<Record<string, string>> = {
  "plugin.js": 'import plugin from "./plugin.cjs";\nexport default plugin;\n',
  "plugin.d.ts": `${declarations}export default plugin;\n`,
  "plugin.d.cts": `${declarations}export = plugin;\n`,
};
