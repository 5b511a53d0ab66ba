import type { ESLint, Linter } from "eslint";
import type { AnyRule, Preset } from "../model/rule.ts";
import { languages } from "../read/languages/index.ts";
import { createRule } from "./create-rule.ts";
import { createTextLanguage } from "./text-language.ts";

/** The plugin as configurations name it. Each config is a list, for `defineConfig` or to be spread. */
export interface CrossWritePlugin extends ESLint.Plugin {
  readonly configs: Readonly<Record<Preset, Linter.Config[]>>;
}

const NAMESPACE = "cross-write";

/** Languages that ESLint reads itself, with whatever parser a project has chosen. */
const READ_BY_ESLINT: ReadonlySet<string> = new Set(["typescript"]);

/** Builds the plugin from the lists of rules and host languages. */
export function createPlugin(rules: readonly AnyRule[], version: string): CrossWritePlugin {
  const base: ESLint.Plugin = {
    meta: { name: "cross-write-check", version, namespace: NAMESPACE },
    // ESLint's own types have no place for rules as typescript-eslint types them.
    rules: Object.fromEntries(rules.map((rule) => [rule.meta.id, createRule(rule, rules)])) as unknown as NonNullable<ESLint.Plugin["rules"]>,
    languages: Object.fromEntries(languages.map(({ id }) => [id, createTextLanguage(id)])),
  };
  const plugin: CrossWritePlugin = Object.assign(base, { configs: { recommended: configOf("recommended"), strict: configOf("strict") } });
  for (const config of Object.values(plugin.configs).flat()) config.plugins = { [NAMESPACE]: plugin };
  return plugin;

  /** The rules hold for every file that is linted; files that ESLint cannot read come in by a language of ours. */
  function configOf(preset: Preset): Linter.Config[] {
    const name = `${NAMESPACE}/${preset}`;
    const ofLanguages = languages.filter(({ id }) => !READ_BY_ESLINT.has(id)).map(({ id, extensions }): Linter.Config => ({ name: `${name}/${id}`, files: extensions.map((each) => `**/*${each}`), language: `${NAMESPACE}/${id}` }));
    return [{ name, rules: severitiesOf(rules, preset) }, ...ofLanguages];
  }
}

function severitiesOf(rules: readonly AnyRule[], preset: Preset): Linter.RulesRecord {
  return Object.fromEntries(rules.map(({ meta }) => [`${NAMESPACE}/${meta.id}`, severityOf(meta.id, meta.presets[preset])]));
}

/** Whether reads count says ownership.yaml (`reads: deny`) and nobody else: the rule is on, and silent where they are free. */
function severityOf(rule: string, severity: AnyRule["meta"]["presets"][Preset]): Linter.RuleSeverity {
  if (rule === "no-foreign-read") return "error";
  return severity === "warning" ? "warn" : severity;
}
