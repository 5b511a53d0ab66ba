import type { CheckReport, Finding } from "../../model/finding.ts";
import type { Problem } from "../../model/problem.ts";
import { csvTable } from "../csv-cell.ts";
import { createRangeFinder, type RangeFinder } from "../line-index.ts";
import type { ReportContext, Reporter } from "../reporter.ts";

/** For spreadsheets. Suppressed and baselined findings are in it, marked by `state`; a row without a rule is a file that was not read. */
export const csv: Reporter = { name: "csv", description: "for spreadsheets: a row a finding, known ones too", render };

const COLUMNS = ["rule", "code", "severity", "state", "service", "operation", "table", "owner", "api", "path", "line", "column", "endLine", "endColumn", "scope", "certainty", "via", "message", "help", "fingerprint"] as const;

type Row = Partial<Readonly<Record<(typeof COLUMNS)[number], string | number | undefined>>>;

function render(report: CheckReport, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const rows = [
    ...report.findings.slice(0, context.maxDiagnostics).map((finding) => findingRow(finding, ranges)),
    ...report.problems.map((problem) => problemRow(problem, ranges)),
  ];
  return csvTable(COLUMNS, rows);
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
