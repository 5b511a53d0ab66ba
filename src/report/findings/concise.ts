import type { CheckReport, Finding } from "../../model/finding.ts";
import { describeFinding, newFindings } from "../describe-findings.ts";
import { createRangeFinder, type RangeFinder } from "../line-index.ts";
import { createPaint, type Paint } from "../paint.ts";
import { printablePath } from "../printable.ts";
import { problemLine } from "../problem-lines.ts";
import type { ReportContext, Reporter } from "../reporter.ts";

/** For grep and editors' problem matchers: `path:line:column severity code message`. */
export const concise: Reporter = { name: "concise", description: "one line a finding: path:line:column severity code message", render };

function render(report: CheckReport, context: ReportContext): string {
  const paint = createPaint(context.colors);
  const ranges = createRangeFinder(context.sourceText);
  const fresh = newFindings(report, context.maxDiagnostics);
  const lines = [
    ...fresh.map((finding) => findingLine(finding, ranges, paint)),
    ...report.problems.map((problem) => `${paint.warning("not read")} ${problemLine(problem, ranges)}`),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function findingLine(finding: Finding, ranges: RangeFinder, paint: Paint): string {
  const { line, column } = ranges.rangeOf(finding.place).start;
  const place = `${printablePath(finding.place.path)}:${line}:${column}`;
  return `${place} ${paint[finding.severity](finding.severity)} ${finding.code} ${describeFinding(finding)}`;
}
