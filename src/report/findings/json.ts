import type { CheckReport, Finding } from "../../model/finding.ts";
import type { Problem } from "../../model/problem.ts";
import { createRangeFinder, type RangeFinder } from "../line-index.ts";
import { printableJson } from "../printable.ts";
import type { ReportContext, Reporter } from "../reporter.ts";

/** For programs; `dist/report.schema.json` describes it. Suppressed and baselined findings are in it, marked by `state`. */
export const json: Reporter = { name: "json", description: "for programs: everything, as report.schema.json describes it", render };

function render(report: CheckReport, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const document = {
    schemaVersion: 1,
    tool: { name: "cross-write-check", version: context.toolVersion },
    findings: report.findings.slice(0, context.maxDiagnostics).map((finding) => findingObject(finding, ranges)),
    problems: report.problems.map((problem) => problemObject(problem, ranges)),
    summary: report.summary,
  };
  return `${printableJson(document)}\n`;
}

function findingObject(finding: Finding, ranges: RangeFinder): object {
  const { rule, code, severity, message, help, place, operation, api, access, fingerprint, state } = finding;
  return {
    rule,
    code,
    severity,
    message,
    help,
    path: place.path,
    range: ranges.rangeOf(place),
    service: finding.service ?? null,
    operation: operation ?? null,
    table: finding.table ?? null,
    owner: finding.owner ?? null,
    api: api ? { name: api.name, call: api.call ?? null, url: api.url ?? null } : null,
    certainty: access?.certainty ?? null,
    via: access?.via ?? null,
    ...(access?.chain ? { related: access.chain.map(({ text, place: at }) => ({ message: text, path: at.path, range: ranges.rangeOf(at) })) } : {}),
    fingerprint,
    state,
  };
}

export function problemObject(problem: Problem, ranges: RangeFinder): object {
  const { path, span, message, help } = problem;
  return { path, range: span ? ranges.rangeOf({ path, span }) : null, message, help: help ?? null };
}
