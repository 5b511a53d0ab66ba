import type { CheckReport, Finding } from "../../model/finding.ts";
import type { Problem } from "../../model/problem.ts";
import { describeFinding, newFindings } from "../describe-findings.ts";
import { groupByPath } from "../group-by-path.ts";
import { createRangeFinder, type RangeFinder } from "../line-index.ts";
import type { ReportContext, Reporter } from "../reporter.ts";
import { xmlDocument, xmlElement } from "../xml.ts";

/** The XML of checkstyle's XMLLogger (https://checkstyle.org/apidocs/com/puppycrawl/tools/checkstyle/XMLLogger.html). */
export const checkstyle: Reporter = { name: "checkstyle", description: "XML as checkstyle writes it, for Jenkins, Bitbucket and editors", render };

const FORMAT_VERSION = "4.3";

interface Row {
  readonly path: string;
  readonly error: string;
}

function render(report: CheckReport, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const rows: readonly Row[] = [
    ...newFindings(report, context.maxDiagnostics).map((finding) => findingRow(finding, ranges)),
    ...report.problems.map((problem) => problemRow(problem, ranges)),
  ];
  const files = [...groupByPath(rows, ({ path }) => path)].map(([path, group]) =>
    xmlElement("file", { name: context.pathPrefix + path }, group.map(({ error }) => error)),
  );
  return xmlDocument(xmlElement("checkstyle", { version: FORMAT_VERSION }, files));
}

function findingRow(finding: Finding, ranges: RangeFinder): Row {
  const { line, column } = ranges.rangeOf(finding.place).start;
  return {
    path: finding.place.path,
    error: xmlElement("error", { line, column, severity: finding.severity, message: describeFinding(finding), source: `cross-write.${finding.code}` }),
  };
}

function problemRow({ path, span, message, help = "" }: Problem, ranges: RangeFinder): Row {
  const position = span ? ranges.rangeOf({ path, span }).start : { line: 1 };
  return { path, error: xmlElement("error", { ...position, severity: "info", message: `Not read: ${message} ${help}`.trim(), source: "cross-write.not-read" }) };
}
