import type { CheckReport, Finding } from "../../model/finding.ts";
import { describeReading, numberWords } from "../count-words.ts";
import { describeCounts, describeKnown, newFindings } from "../describe-findings.ts";
import { createRangeFinder, type RangeFinder } from "../line-index.ts";
import { codeSpan, markdownText } from "../markdown-text.ts";
import { createPaint } from "../paint.ts";
import { problemLine } from "../problem-lines.ts";
import type { ReportContext, Reporter } from "../reporter.ts";

/** GitHub Flavored Markdown, for step summaries and comments on pull requests. */
export const markdown: Reporter = { name: "markdown", description: "a table for step summaries and comments", render };

function render(report: CheckReport, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const fresh = newFindings(report);
  const shown = fresh.slice(0, context.maxDiagnostics);
  const counts = describeCounts(fresh, createPaint(false));
  const blocks = [
    "## cross-write-check",
    [counts === undefined ? "**No findings.**" : `**Found ${counts}.**`, ...describeKnown(report)].join(" "),
    ...(shown.length > 0 ? [[...TABLE_HEAD, ...shown.map((finding) => tableRow(finding, ranges, context))].join("\n")] : []),
    ...(shown.length < fresh.length ? [`${numberWords(fresh.length - shown.length)} more are not shown.`] : []),
    ...(report.problems.length > 0 ? ["**Not read:**", report.problems.map((problem) => `- ${markdownText(problemLine(problem, ranges, context.pathPrefix))}`).join("\n")] : []),
    describeReading(report.summary),
  ];
  return `${blocks.join("\n\n")}\n`;
}

const TABLE_HEAD = ["| Severity | Place | Finding | Way out | Rule |", "| --- | --- | --- | --- | --- |"];

function tableRow(finding: Finding, ranges: RangeFinder, { pathPrefix }: ReportContext): string {
  const { line, column } = ranges.rangeOf(finding.place).start;
  const place = `${pathPrefix}${finding.place.path}:${line}:${column}`;
  const cells = [finding.severity, codeSpan(place), markdownText(finding.message), markdownText(finding.help), `${finding.rule} ${finding.code}`];
  return `| ${cells.join(" | ")} |`;
}
