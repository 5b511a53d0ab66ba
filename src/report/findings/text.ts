import type { CheckReport, Finding } from "../../model/finding.ts";
import { frameCode } from "../code-frame.ts";
import { describeReading, numberWords } from "../count-words.ts";
import { describeCounts, describeKnown, newFindings } from "../describe-findings.ts";
import { groupByPath } from "../group-by-path.ts";
import { createRangeFinder, type RangeFinder } from "../line-index.ts";
import { createPaint, type Paint } from "../paint.ts";
import { printable, printablePath } from "../printable.ts";
import { describeProblems } from "../problem-lines.ts";
import type { ReportContext, Reporter } from "../reporter.ts";

/** For people: findings grouped by file, each with its line of code, then the counts. */
export const text: Reporter = { name: "text", description: "for people: grouped by file, with the code and the way out", render };

function render(report: CheckReport, context: ReportContext): string {
  const paint = createPaint(context.colors);
  const ranges = createRangeFinder(context.sourceText);
  const fresh = newFindings(report);
  const shown = fresh.slice(0, context.maxDiagnostics);
  const blocks = [...groupByPath(shown, ({ place }) => place.path)].map(([path, findings]) =>
    [paint.path(printablePath(path)), ...findings.map((finding) => frameFinding(finding, ranges, paint))].join("\n\n"),
  );
  if (report.problems.length > 0) blocks.push(describeProblems(report.problems, ranges, paint));
  if (context.statistics) blocks.push(...describeStatistics(fresh, paint));
  blocks.push(describeSummary(report, fresh, shown.length, paint));
  return `${blocks.join("\n\n")}\n`;
}

function frameFinding(finding: Finding, ranges: RangeFinder, paint: Paint): string {
  const range = ranges.rangeOf(finding.place);
  const { line, column } = range.start;
  const severity = paint[finding.severity](finding.severity);
  const gutter = " ".repeat(String(line).length);
  const bar = paint.faint("|");
  const notes = [
    `${paint.help("fix:")} ${printable(finding.help)}`,
    ...(finding.access?.certainty === "likely" ? ["likely: no known database call takes this text, only its form says that it is a statement"] : []),
  ];
  const lines = [`  ${line}:${column}  ${severity}  ${paint.strong(printable(finding.message))}  ${paint.faint(`${finding.rule} ${finding.code}`)}`];
  const source = ranges.linesOf(finding.place.path)?.lineText(line);
  if (source !== undefined) {
    const { code, underline } = frameCode(source, range);
    lines.push(`  ${paint.faint(String(line))} ${bar} ${code}`, `  ${gutter} ${bar} ${paint[finding.severity](underline)}`.trimEnd());
  }
  return [...lines, ...notes.map((note) => `  ${gutter} ${note}`)].join("\n");
}

function describeStatistics(findings: readonly Finding[], paint: Paint): string[] {
  return [
    ["By rule", findings.map(({ rule }) => rule)] as const,
    ["By service", findings.map(({ service }) => service ?? "no service")] as const,
  ].map(([title, names]) => {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    const rows = [...counts].sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1));
    const width = Math.max(0, ...rows.map(([, count]) => String(count).length));
    return [paint.strong(title), ...rows.map(([name, count]) => `  ${String(count).padStart(width)}  ${printable(name)}`)].join("\n");
  });
}

function describeSummary(report: CheckReport, fresh: readonly Finding[], shown: number, paint: Paint): string {
  const counts = describeCounts(fresh, paint);
  const hidden = fresh.length - shown;
  return [
    counts === undefined ? paint.help("No findings.") : `Found ${counts}${hidden > 0 ? `, ${numberWords(hidden)} not shown` : ""}.`,
    ...describeKnown(report),
    describeReading(report.summary),
  ].join("\n");
}
