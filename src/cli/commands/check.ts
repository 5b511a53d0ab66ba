import { existsSync } from "node:fs";
import { countFindings } from "../../check/summarise.ts";
import type { CheckReport } from "../../model/finding.ts";
import { UserError } from "../../model/problem.ts";
import { reporters } from "../../report/index.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { judgeWorkspace } from "../judge-workspace.ts";
import type { CheckOptions } from "../options.ts";
import { printReport } from "../print-report.ts";
import type { Streams } from "../streams.ts";

/** The gate: who writes whose table. */
export function check(options: CheckOptions, streams: Streams): ExitCode {
  const { workspace, report } = judgeWorkspace(options, streams);
  if (typeof options.baseline === "string" && workspace.baseline?.text === undefined) {
    throw new UserError(
      workspace.baseline && existsSync(workspace.baseline.file)
        ? `The baseline \`${options.baseline}\` is not in the index, so that the commit would not have it: \`git add\` it.`
        : `There is no baseline \`${options.baseline}\`: \`cross-write-check baseline --baseline ${options.baseline}\` writes one.`,
    );
  }
  printReport(options.quiet ? errorsOf(report) : report, reporters, options, workspace, streams);
  return exitCodeOf(report, options);
}

function errorsOf(report: CheckReport): CheckReport {
  const findings = report.findings.filter(({ severity }) => severity === "error");
  return { ...report, findings, summary: { ...report.summary, ...countFindings(findings) } };
}

function exitCodeOf({ findings }: CheckReport, { failLevel, maxWarnings }: CheckOptions): ExitCode {
  const fresh = findings.filter(({ state }) => state === "new");
  const warnings = fresh.filter(({ severity }) => severity === "warning").length;
  const errors = fresh.length - warnings;
  const failing = { error: errors, warning: fresh.length, never: 0 }[failLevel];
  return failing > 0 || warnings > maxWarnings ? exitCodes.findings : exitCodes.clean;
}
