import type { Audit } from "../../model/audit.ts";
import { countOf, describeReading } from "../count-words.ts";
import { auditSections, auditSummary, type AuditCell, type AuditSection } from "../describe-audit.ts";
import { createRangeFinder } from "../line-index.ts";
import { createPaint, type Paint } from "../paint.ts";
import { printable, printableAtStart } from "../printable.ts";
import { describeProblems } from "../problem-lines.ts";
import type { AuditReporter, ReportContext } from "../reporter.ts";

/** For people: a table a question, then the counts. */
export const text: AuditReporter = { name: "text", description: "for people: a table for each question", render };

function render(audit: Audit, context: ReportContext): string {
  const paint = createPaint(context.colors);
  const ranges = createRangeFinder(context.sourceText);
  const blocks = auditSections(audit, ranges, { everyTable: false, limit: context.maxDiagnostics }).map((section) => describeSection(section, paint));
  if (audit.problems.length > 0) blocks.push(describeProblems(audit.problems, ranges, paint));
  blocks.push([...auditSummary(audit), describeReading(audit.summary)].join("\n"));
  return `${blocks.join("\n\n")}\n`;
}

/** Longer cells push aside what follows in their own line alone. */
const WIDEST_COLUMN = 80;

function describeSection({ title, says, head, rows, hidden }: AuditSection, paint: Paint): string {
  const lines = [head.map((name) => [printable(name)]), ...rows.map((row) => row.map((cell, column) => printableLines(cell, column === 0 ? printableAtStart : printable)))];
  const widths = head.map((_, column) => Math.min(WIDEST_COLUMN, Math.max(...lines.map((cells) => Math.max(...(cells[column] ?? []).map(({ length }) => length))))));
  const [headLines = [], ...rowLines] = lines.map((cells, index) => alignRow(cells, widths, index === 0 ? [] : rows[index - 1]!, paint));
  return [
    paint.strong(title),
    paint.faint(says),
    ...headLines.map((line) => `  ${paint.faint(line)}`),
    ...rowLines.flat().map((line) => `  ${line}`),
    ...(hidden > 0 ? [`  ${countOf(hidden, "row")} more not shown.`] : []),
  ].join("\n");
}

function printableLines({ lines }: AuditCell, show: (line: string) => string): readonly string[] {
  return lines.length === 0 ? [""] : lines.map(show);
}

/** A row as lines of text: as many as its longest cell has. */
function alignRow(cells: readonly (readonly string[])[], widths: readonly number[], row: readonly AuditCell[], paint: Paint): readonly string[] {
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, index) =>
    cells
      .map((lines, column) => {
        const padded = (lines[index] ?? "").padEnd(column === cells.length - 1 ? 0 : widths[column]!);
        return row[column]?.foreign ? paint.error(padded) : padded;
      })
      .join("  ")
      .trimEnd(),
  );
}
