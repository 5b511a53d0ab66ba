import type { CheckReport, Finding } from "../../model/finding.ts";
import type { Problem } from "../../model/problem.ts";
import { describeFinding, newFindings } from "../describe-findings.ts";
import { createRangeFinder, type Range, type RangeFinder } from "../line-index.ts";
import { printable } from "../printable.ts";
import type { ReportContext, Reporter } from "../reporter.ts";

/**
 * Workflow commands of GitHub Actions, which become annotations
 * (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions). GitHub shows the first ten of a step: errors come first.
 */
export const github: Reporter = { name: "github", description: "annotations of GitHub Actions", render };

function render(report: CheckReport, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const findings = newFindings(report);
  const byWeight = [...findings.filter(isError), ...findings.filter((finding) => !isError(finding))];
  const commands = [
    ...byWeight.slice(0, context.maxDiagnostics).map((finding) => findingCommand(finding, ranges, context)),
    ...report.problems.map((problem) => problemCommand(problem, ranges, context)),
  ];
  return commands.map((command) => `${command}\n`).join("");
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

function findingCommand(finding: Finding, ranges: RangeFinder, { pathPrefix }: ReportContext): string {
  const place = { file: pathPrefix + finding.place.path, ...placeProperties(ranges.rangeOf(finding.place)) };
  return command(finding.severity, { ...place, title: `${finding.code} ${finding.rule}` }, describeFinding(finding));
}

function problemCommand({ path, span, message, help = "" }: Problem, ranges: RangeFinder, { pathPrefix }: ReportContext): string {
  const place = span ? placeProperties(ranges.rangeOf({ path, span })) : {};
  return command("notice", { file: pathPrefix + path, ...place, title: "Not read" }, printable(`${message} ${help}`.trim()));
}

/** Columns only where the range is on one line: GitHub takes them for no other. */
function placeProperties({ start, end }: Range): Readonly<Record<string, number>> {
  const lines = { line: start.line, endLine: end.line };
  return start.line === end.line ? { ...lines, col: start.column, endColumn: end.column } : lines;
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return printable(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
