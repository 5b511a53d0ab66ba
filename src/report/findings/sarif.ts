import type { CheckReport, Finding } from "../../model/finding.ts";
import type { Place } from "../../model/place.ts";
import type { Problem } from "../../model/problem.ts";
import type { RuleMeta } from "../../model/rule.ts";
import { describeFinding, newFindings } from "../describe-findings.ts";
import { createRangeFinder, type RangeFinder } from "../line-index.ts";
import { printable, printableJson } from "../printable.ts";
import type { ReportContext, Reporter } from "../reporter.ts";

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), with what GitHub's code scanning asks for
 * (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 */
export const sarif: Reporter = { name: "sarif", description: "SARIF 2.1.0, for code scanning", render };

function render(report: CheckReport, context: ReportContext): string {
  const locations = locationsIn(createRangeFinder(context.sourceText), context.pathPrefix);
  const run = {
    tool: { driver: { name: "cross-write-check", semanticVersion: context.toolVersion, rules: context.rules.map(ruleObject) } },
    automationDetails: { id: "cross-write-check/" },
    columnKind: "utf16CodeUnits",
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: report.problems.map((problem) => notification(problem, locations)) }],
    results: newFindings(report, context.maxDiagnostics).map((finding) => resultObject(finding, context.rules, locations)),
  };
  return `${printableJson({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] })}\n`;
}

function ruleObject({ id, code, description, presets }: RuleMeta): object {
  const severity = presets.recommended;
  const help = `Run \`cross-write-check explain ${id}\` for what it forbids, why, and what to do instead.`;
  return {
    id: code,
    name: id,
    shortDescription: { text: plainMessage(description) },
    fullDescription: { text: plainMessage(description) },
    help: { text: help, markdown: help },
    defaultConfiguration: { enabled: severity !== "off", level: severity === "error" ? "error" : "warning" },
    properties: { "precision": "very-high", "problem.severity": severity === "error" ? "error" : "warning", "tags": ["architecture", "database"] },
  };
}

function resultObject(finding: Finding, rules: readonly RuleMeta[], locations: LocationWriter): object {
  const related = relatedPlaces(finding);
  return {
    ruleId: finding.code,
    ruleIndex: rules.findIndex(({ code }) => code === finding.code),
    level: finding.severity,
    message: { text: plainMessage(describeFinding(finding)) },
    locations: [locations.of(finding.place)],
    ...(related.length > 0 ? { relatedLocations: related.map(({ place, text }, id) => ({ id, message: { text: plainMessage(text) }, ...locations.of(place) })) } : {}),
    partialFingerprints: { "primaryLocationLineHash": finding.fingerprint, "crossWrite/v1": finding.fingerprint },
  };
}

function relatedPlaces({ ownedAt, owner = "", access }: Finding): readonly { readonly place: Place; readonly text: string }[] {
  const declared = ownedAt ? [{ place: ownedAt, text: printable(`${owner} owns it here`) }] : [];
  const steps = (access?.chain ?? []).map(({ place, text }) => ({ place, text: printable(`through ${text}`) }));
  return [...declared, ...steps, ...(access?.related ?? []).map((place) => ({ place, text: "the statement comes from here" }))];
}

function notification({ path, span, message, help = "" }: Problem, locations: LocationWriter): object {
  return {
    level: "warning",
    message: { text: plainMessage(printable(`Not read: ${message} ${help}`.trim())) },
    locations: [span ? locations.of({ path, span }) : locations.ofFile(path)],
  };
}

/** Square brackets make links and braces with a number placeholders (§3.11.5 and §3.11.6): names of users' code must do neither. */
function plainMessage(text: string): string {
  return text.replace(/[[\]]/g, "\\$&").replace(/\{(?=\d+\})/g, "{{").replace(/(?<=\{\{\d+)\}/g, "}}");
}

interface LocationWriter {
  of(place: Place): object;
  ofFile(path: string): object;
}

function locationsIn(ranges: RangeFinder, pathPrefix: string): LocationWriter {
  const physical = (path: string, region: object): object => ({ physicalLocation: { artifactLocation: { uri: relativeUri(pathPrefix + path) }, ...region } });
  return {
    of(place) {
      const { start, end } = ranges.rangeOf(place);
      return physical(place.path, { region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column } });
    },
    ofFile: (path) => physical(path, {}),
  };
}

/** A relative reference of RFC 3986: each part of the path percent-encoded. */
function relativeUri(path: string): string {
  return path.replace(/\p{Cs}/gu, "\uFFFD").split("/").map(encodeURIComponent).join("/");
}
