import type { Audit } from "../../model/audit.ts";
import { countOf, describeReading } from "../count-words.ts";
import { auditSections, auditSummary, type AuditCell, type AuditSection } from "../describe-audit.ts";
import { createRangeFinder } from "../line-index.ts";
import { codeSpan, markdownText } from "../markdown-text.ts";
import { problemLine } from "../problem-lines.ts";
import type { AuditReporter, ReportContext } from "../reporter.ts";

/** GitHub Flavored Markdown, for issues and wikis. */
export const markdown: AuditReporter = { name: "markdown", description: "tables for issues and wikis", render };

function render(audit: Audit, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const blocks = [
    "# Who writes whose tables",
    auditSummary(audit).map((line) => `- ${markdownText(line)}`).join("\n"),
    ...auditSections(audit, ranges, { everyTable: false, limit: context.maxDiagnostics }).map(describeSection),
    ...(audit.problems.length > 0 ? ["## Not read", audit.problems.map((problem) => `- ${markdownText(problemLine(problem, ranges, context.pathPrefix))}`).join("\n")] : []),
    describeReading(audit.summary),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function describeSection({ title, says, head, rows, hidden }: AuditSection): string {
  const lines = [head.map(markdownText), head.map(() => "---"), ...rows.map((row) => row.map(describeCell))];
  const table = lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return [`## ${title}`, markdownText(says), table, ...(hidden > 0 ? [`${countOf(hidden, "row")} more not shown.`] : [])].join("\n\n");
}

function describeCell({ lines, kind, foreign }: AuditCell): string {
  const shown = lines.map(kind === "code" ? codeSpan : markdownText).join("<br>");
  return foreign ? `**${shown}**` : shown;
}
