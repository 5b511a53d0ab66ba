import type { CheckReport, Finding } from "../../model/finding.ts";
import type { Place } from "../../model/place.ts";
import { describeFinding, newFindings } from "../describe-findings.ts";
import { createRangeFinder, type Position, type RangeFinder } from "../line-index.ts";
import { printable, printableJson } from "../printable.ts";
import type { ReportContext, Reporter } from "../reporter.ts";

/** The Reviewdog Diagnostic Format, a `DiagnosticResult` (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf). */
export const rdjson: Reporter = { name: "rdjson", description: "diagnostics for reviewdog", render };

const SEVERITIES: Readonly<Record<Finding["severity"], string>> = { error: "ERROR", warning: "WARNING" };

function render(report: CheckReport, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const location = (place: Place): object => ({ path: context.pathPrefix + place.path, range: byteRange(place, ranges) });
  const diagnostics = [
    ...newFindings(report, context.maxDiagnostics).map((finding) => ({
      message: describeFinding(finding),
      location: location(finding.place),
      severity: SEVERITIES[finding.severity],
      code: { value: finding.code },
    })),
    ...report.problems.map(({ path, span, message, help = "" }) => ({
      message: printable(`Not read: ${message} ${help}`.trim()),
      location: span ? location({ path, span }) : { path: context.pathPrefix + path },
      severity: "INFO",
    })),
  ];
  return `${printableJson({ source: { name: "cross-write-check" }, diagnostics })}\n`;
}

/** A range whose columns count the bytes of UTF-8, as the format asks; the end is exclusive. */
function byteRange(place: Place, ranges: RangeFinder): { readonly start: Position; readonly end: Position } {
  const { start, end } = ranges.rangeOf(place);
  const lines = ranges.linesOf(place.path);
  const inBytes = ({ line, column }: Position): Position => {
    const before = lines?.lineText(line).slice(0, column - 1) ?? "";
    return { line, column: new TextEncoder().encode(before).length + 1 };
  };
  return { start: inBytes(start), end: inBytes(end) };
}
