import type { CheckReport, Finding } from "../../model/finding.ts";
import type { Problem } from "../../model/problem.ts";
import { createRangeFinder, type RangeFinder } from "../line-index.ts";
import { printable } from "../printable.ts";
import type { ReportContext, Reporter } from "../reporter.ts";

/**
 * For spreadsheets: RFC 4180 with a header, lines ended by LF as the Model for Tabular Data (https://www.w3.org/TR/tabular-data-model/) allows.
 * Suppressed and baselined findings are in it, marked by `state`; a row without a rule is a file that was not read.
 */
export const csv: Reporter = { name: "csv", description: "for spreadsheets: a row a finding, known ones too", render };

const COLUMNS = ["rule", "code", "severity", "state", "service", "operation", "table", "owner", "api", "path", "line", "column", "endLine", "endColumn", "scope", "certainty", "via", "message", "help", "fingerprint"] as const;

type Row = Partial<Readonly<Record<(typeof COLUMNS)[number], string | number | undefined>>>;

function render(report: CheckReport, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const rows = [
    ...report.findings.slice(0, context.maxDiagnostics).map((finding) => findingRow(finding, ranges)),
    ...report.problems.map((problem) => problemRow(problem, ranges)),
  ];
  const lines = [COLUMNS.join(","), ...rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(","))];
  return lines.map((line) => `${line}\n`).join("");
}

function findingRow(finding: Finding, ranges: RangeFinder): Row {
  const { access, api, place } = finding;
  const { start, end } = ranges.rangeOf(place);
  return {
    ...finding,
    api: api?.url ?? api?.call ?? api?.name,
    path: place.path,
    ...start,
    endLine: end.line,
    endColumn: end.column,
    scope: access?.scope,
    certainty: access?.certainty,
    via: access?.via,
  };
}

function problemRow({ path, span, message, help }: Problem, ranges: RangeFinder): Row {
  return { state: "not read", path, ...(span ? ranges.rangeOf({ path, span }).start : {}), message, help };
}

/** What a spreadsheet would take for a formula gets an apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection). */
function cell(value: string | number | undefined): string {
  if (value === undefined) return "";
  const text = printable(String(value));
  const inert = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
