import { checkProject } from "../../check/check-project.ts";
import { ruleSeverities, type RuleSeverity } from "../../judge/rule-severities.ts";
import type { CheckReport } from "../../model/finding.ts";
import { UserError } from "../../model/problem.ts";
import { reporters } from "../../report/index.ts";
import { rules } from "../../../rules/index.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { openWorkspace } from "../open-workspace.ts";
import type { CheckOptions } from "../options.ts";
import { printReport } from "../print-report.ts";
import { createProgress } from "../progress.ts";
import type { Streams } from "../streams.ts";

/** The gate: who writes whose table. */
export function check(options: CheckOptions, streams: Streams): ExitCode {
  const progress = createProgress(options.progress, streams);
  const workspace = openWorkspace(options, streams.cwd, progress.update);
  const { project, candidates, book, problems, searched } = workspace;
  if (book === undefined) {
    throw new UserError(`There is no ownership.yaml in \`${searched}\` or above it: write one that says which service owns which table, or name it with --ownership FILE.`);
  }
  const severities = ruleSeverities(rules, options.preset, book.ownership, options.severities);
  const report = checkProject({ project, candidates: candidates(judgesReads(severities)), book, rules: severities, today: new Date().toISOString().slice(0, "2026-11-23".length) });
  progress.end();
  const complete = { ...report, problems: [...problems(), ...report.problems] };
  printReport(options.quiet ? errorsOf(complete) : complete, reporters, options, workspace, streams);
  return exitCodeOf(report, options);
}

/** Files that only read are read only where a rule asks for it. */
function judgesReads(severities: readonly RuleSeverity[]): boolean {
  return severities.some(({ rule, severity }) => rule.meta.id === "no-foreign-read" && severity !== "off");
}

function errorsOf(report: CheckReport): CheckReport {
  return { ...report, findings: report.findings.filter(({ severity }) => severity === "error") };
}

function exitCodeOf({ findings }: CheckReport, { failLevel, maxWarnings }: CheckOptions): ExitCode {
  const fresh = findings.filter(({ state }) => state === "new");
  const warnings = fresh.filter(({ severity }) => severity === "warning").length;
  const errors = fresh.length - warnings;
  const failing = { error: errors, warning: fresh.length, never: 0 }[failLevel];
  return failing > 0 || warnings > maxWarnings ? exitCodes.findings : exitCodes.clean;
}
