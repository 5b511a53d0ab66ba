import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { ruleSeverities } from "../../src/judge/rule-severities.ts";
import type { Severity } from "../../src/model/finding.ts";
import type { Ownership } from "../../src/model/ownership.ts";
import type { Preset } from "../../src/model/rule.ts";

describe("ruleSeverities", () => {
  it("takes the preset's word, in the order of the rules", () => {
    const recommended = ruleSeverities(rules, "recommended", ownership({}), new Map());
    expect(recommended.map(({ rule }) => rule)).toEqual(rules);
    expect(severities("recommended", {})).toEqual({
      "no-duplicate-table": "error",
      "no-indirect-write": "warning",
      "use-owner-api": "error",
      "no-foreign-write": "error",
      "no-foreign-schema-change": "error",
      "no-unowned-table": "warning",
      "no-unresolved-write": "off",
      "no-foreign-read": "off",
      "no-unassigned-write": "warning",
      "no-useless-suppression": "error",
    });
  });

  it("reports unresolved writes in `strict` only", () => {
    expect(severities("strict", {})).toEqual({ ...severities("recommended", {}), "no-unresolved-write": "warning" });
  });

  it("follows what ownership.yaml says of reads, unlisted tables and unassigned code", () => {
    expect(severities("recommended", { reads: "deny", unlisted: "error", unassigned: "off" })).toMatchObject({
      "no-foreign-read": "error",
      "no-unowned-table": "error",
      "no-unassigned-write": "off",
      "use-owner-api": "error",
    });
    expect(severities("strict", { unlisted: "off", unassigned: "error" })).toMatchObject({
      "no-unowned-table": "off",
      "no-unassigned-write": "error",
    });
  });

  it("lets an override have the last word", () => {
    const overrides = new Map<string, Severity>([["no-foreign-read", "off"], ["no-unowned-table", "error"], ["use-owner-api", "warning"]]);
    expect(severities("recommended", { reads: "deny", unlisted: "off" }, overrides)).toMatchObject({
      "no-foreign-read": "off",
      "no-unowned-table": "error",
      "use-owner-api": "warning",
      "no-foreign-write": "error",
    });
  });
});

function severities(preset: Preset, said: Partial<Ownership>, overrides: ReadonlyMap<string, Severity> = new Map()): Record<string, Severity> {
  return Object.fromEntries(ruleSeverities(rules, preset, ownership(said), overrides).map(({ rule, severity }) => [rule.meta.id, severity]));
}

function ownership(said: Partial<Ownership>): Ownership {
  return {
    path: "ownership.yaml",
    dialect: "sqlite",
    services: [],
    databases: [],
    shared: [],
    allow: [],
    ignore: [],
    reads: "allow",
    unlisted: "warn",
    unassigned: "warn",
    tableNames: [],
    ...said,
  };
}
