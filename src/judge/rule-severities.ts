import type { Severity } from "../model/finding.ts";
import type { Ownership } from "../model/ownership.ts";
import type { AnyRule, Preset, RuleSetting } from "../model/rule.ts";

/**
 * How severe each rule is in a run, in the order of the rules: the preset's word, then that of ownership.yaml
 * (`reads`, `unlisted`, `unassigned`), then an override by the rule's id.
 */
export function ruleSeverities(
  rules: readonly AnyRule[],
  preset: Preset,
  ownership: Ownership,
  overrides: ReadonlyMap<string, Severity>,
): readonly RuleSetting[] {
  return rules.map((rule) => {
    const { id, presets } = rule.meta;
    return { rule, severity: overrides.get(id) ?? setByOwnership(id, ownership) ?? presets[preset] };
  });
}

/** Whether any of the rules that are on has something to say of a read: files that only read are to be read then. */
export function judgesReads(severities: readonly RuleSetting[]): boolean {
  return severities.some(({ rule, severity }) => rule.meta.id === "no-foreign-read" && severity !== "off");
}

function setByOwnership(rule: string, { reads, unlisted, unassigned }: Ownership): Severity | undefined {
  switch (rule) {
    case "no-foreign-read":
      return reads === "deny" ? "error" : undefined;
    case "no-unowned-table":
      return severityOf(unlisted);
    case "no-unassigned-write":
      return severityOf(unassigned);
    default:
      return undefined;
  }
}

function severityOf(word: Ownership["unlisted"]): Severity {
  return word === "warn" ? "warning" : word;
}
