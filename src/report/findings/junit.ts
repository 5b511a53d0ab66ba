import type { CheckReport, Finding } from "../../model/finding.ts";
import type { Problem } from "../../model/problem.ts";
import { describeFinding, newFindings } from "../describe-findings.ts";
import { createRangeFinder, type RangeFinder } from "../line-index.ts";
import type { ReportContext, Reporter } from "../reporter.ts";
import { xmlDocument, xmlElement, xmlText } from "../xml.ts";

/** JUnit's XML as Jenkins and GitLab read it: a suite a service, a failed case a finding, a passed one for a service without any. */
export const junit: Reporter = { name: "junit", description: "XML as JUnit writes it: a suite a service, a failed case a finding", render };

interface Suite {
  readonly name: string;
  readonly cases: readonly string[];
  readonly failures: number;
}

function render(report: CheckReport, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const findings = newFindings(report);
  const failed = findings.slice(0, context.maxDiagnostics);
  const clean = context.services.filter((name) => !findings.some((finding) => serviceOf(finding) === name));
  const suites = [
    ...clean.map(cleanSuite),
    ...[...new Set(failed.map(serviceOf))].map((name) => failedSuite(name, failed.filter((finding) => serviceOf(finding) === name), ranges, context)),
    ...unreadSuite(report.problems, context),
  ];
  return xmlDocument(
    xmlElement("testsuites", { name: "cross-write-check", tests: count(suites, ({ cases }) => cases.length), failures: count(suites, ({ failures }) => failures) }, suites.map(suiteElement)),
  );
}

const NO_SERVICE = "no service";

function serviceOf(finding: Finding): string {
  return finding.service ?? NO_SERVICE;
}

function cleanSuite(name: string): Suite {
  return { name, cases: [xmlElement("testcase", { classname: name, name: "has no findings" })], failures: 0 };
}

function failedSuite(name: string, findings: readonly Finding[], ranges: RangeFinder, context: ReportContext): Suite {
  return { name, cases: findings.map((finding) => failedCase(finding, ranges, context)), failures: findings.length };
}

/** Named without its line, so that the case keeps its name from run to run. */
function failedCase(finding: Finding, ranges: RangeFinder, { pathPrefix }: ReportContext): string {
  const { rule, code, operation, table, place, access } = finding;
  const { line, column } = ranges.rangeOf(place).start;
  const scope = access === undefined || access.scope === "" ? [] : [`in ${access.scope}`];
  const path = pathPrefix + place.path;
  return xmlElement("testcase", { classname: path, name: [`${rule}:`, operation ?? "", table ?? "", ...scope].filter(Boolean).join(" ") }, [
    xmlElement("failure", { type: code, message: describeFinding(finding) }, [xmlText(`${path}:${line}:${column}`)]),
  ]);
}

function unreadSuite(problems: readonly Problem[], { pathPrefix }: ReportContext): readonly Suite[] {
  if (problems.length === 0) return [];
  const cases = problems.map(({ path, message, help = "" }) =>
    xmlElement("testcase", { classname: pathPrefix + path, name: "can be read" }, [xmlElement("skipped", {}, [xmlText(`${message} ${help}`.trim())])]),
  );
  return [{ name: "not read", cases, failures: 0 }];
}

function suiteElement({ name, cases, failures }: Suite): string {
  return xmlElement("testsuite", { name, tests: cases.length, failures }, cases);
}

function count(suites: readonly Suite[], of: (suite: Suite) => number): number {
  return suites.reduce((sum, suite) => sum + of(suite), 0);
}
