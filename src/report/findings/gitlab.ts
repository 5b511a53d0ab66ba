import type { CheckReport, Finding } from "../../model/finding.ts";
import { describeFinding, newFindings } from "../describe-findings.ts";
import { createRangeFinder } from "../line-index.ts";
import { printable, printableJson } from "../printable.ts";
import type { ReportContext, Reporter } from "../reporter.ts";

/** GitLab's Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
export const gitlab: Reporter = { name: "gitlab", description: "Code Quality report of GitLab", render };

const SEVERITIES: Readonly<Record<Finding["severity"], string>> = { error: "major", warning: "minor" };

function render(report: CheckReport, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const issues = [
    ...newFindings(report, context.maxDiagnostics).map((finding) => ({
      description: describeFinding(finding),
      check_name: finding.rule,
      fingerprint: finding.fingerprint,
      severity: SEVERITIES[finding.severity],
      location: { path: context.pathPrefix + finding.place.path, lines: { begin: ranges.rangeOf(finding.place).start.line } },
    })),
    ...report.problems.map(({ path, span, message, help = "" }) => ({
      description: printable(`Not read: ${message} ${help}`.trim()),
      check_name: "not-read",
      fingerprint: `not-read:${context.pathPrefix}${path}:${message}`,
      severity: "info",
      location: { path: context.pathPrefix + path, lines: { begin: span ? ranges.rangeOf({ path, span }).start.line : 1 } },
    })),
  ];
  return `${printableJson(issues)}\n`;
}
