import type { ESLint, Linter } from "eslint";
import type { AnyRule, Preset } from "../model/rule.ts";
import { languages } from "../read/languages/index.ts";
import { createPreset, LANGUAGE_OF_NAME, type PresetConfig } from "./configs.ts";
import { createRule } from "./create-rule.ts";
import { createTextLanguage } from "./text-language.ts";

/** The plugin as configurations name it. */
export interface CrossWritePlugin extends ESLint.Plugin {
  readonly configs: Readonly<Record<Preset, PresetConfig>>;
}

const NAMESPACE = "cross-write";

/** Builds the plugin from the lists of rules and host languages. */
export function createPlugin(rules: readonly AnyRule[], version: string): CrossWritePlugin {
  const base: ESLint.Plugin = {
    meta: { name: "cross-write-check", version, namespace: NAMESPACE },
    // ESLint's own types have no place for rules as typescript-eslint types them.
    rules: Object.fromEntries(rules.map((rule) => [rule.meta.id, createRule(rule, rules)])) as unknown as NonNullable<ESLint.Plugin["rules"]>,
    languages: Object.fromEntries([...languages.map(({ id }) => [id, createTextLanguage(id)] as const), [LANGUAGE_OF_NAME, createTextLanguage(undefined)]]),
  };
  const plugins: NonNullable<Linter.Config["plugins"]> = {};
  const presetOf = (preset: Preset): PresetConfig => createPreset(NAMESPACE, { name: `${NAMESPACE}/${preset}`, plugins, rules: severitiesOf(rules, preset) });
  const plugin: CrossWritePlugin = Object.assign(base, { configs: { recommended: presetOf("recommended"), strict: presetOf("strict") } });
  plugins[NAMESPACE] = plugin;
  return plugin;
}

function severitiesOf(rules: readonly AnyRule[], preset: Preset): Linter.RulesRecord {
  return Object.fromEntries(rules.map(({ meta }) => [`${NAMESPACE}/${meta.id}`, severityOf(meta.id, meta.presets[preset])]));
}

/** Whether reads count says ownership.yaml (`reads: deny`) and nobody else: the rule is on, and silent where they are free. */
function severityOf(rule: string, severity: AnyRule["meta"]["presets"][Preset]): Linter.RuleSeverity {
  if (rule === "no-foreign-read") return "error";
  return severity === "warning" ? "warn" : severity;
}
