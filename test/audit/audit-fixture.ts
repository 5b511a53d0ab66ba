import { readFileSync } from "node:fs";
import path from "node:path";
import { rules } from "../../rules/index.ts";
import { auditProject } from "../../src/check/audit-project.ts";
import { ruleSeverities } from "../../src/judge/rule-severities.ts";
import type { Audit } from "../../src/model/audit.ts";
import { compileOwnership } from "../../src/ownership/compile-ownership.ts";
import { parseOwnership } from "../../src/ownership/parse-ownership.ts";
import type { ReportContext } from "../../src/report/reporter.ts";
import { readFixtureFiles } from "../fixtures/read-fixture-files.ts";
import { inMemoryProject } from "../in-memory-project.ts";
import { contextWith } from "../report/sample-report.ts";

export const audits = path.join(import.meta.dirname, "../../fixtures/audits");

const folder = path.join(audits, "pet-clinic");

export const fixtureFiles: Readonly<Record<string, string>> = { ...readFixtureFiles(folder), "ownership.yaml": readFileSync(path.join(folder, "ownership.yaml"), "utf8") };

/** The audit of some files, one of them ownership.yaml, on 2026-11-23. */
export function auditOf(files: Readonly<Record<string, string>>): Audit {
  const { ownership, mistakes } = parseOwnership(files["ownership.yaml"] ?? "", "ownership.yaml");
  if (!ownership) throw new Error(JSON.stringify(mistakes));
  return auditProject({ ...inMemoryProject(files), book: compileOwnership(ownership), rules: ruleSeverities(rules, "strict", ownership, new Map()), today: "2026-11-23" });
}

export function contextOf(files: Readonly<Record<string, string>>, changes: Partial<ReportContext> = {}): ReportContext {
  return contextWith({ sourceText: (file) => files[file], ...changes });
}
