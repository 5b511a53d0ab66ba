import { checkProject, type CheckInput } from "../check/check-project.ts";
import { findCaused } from "../check/find-caused.ts";
import { openProject } from "../check/open-project.ts";
import { countFindings } from "../check/summarise.ts";
import type { Changes } from "../discover/git/read-changes.ts";
import { judgesReads } from "../judge/rule-severities.ts";
import type { CheckReport, Finding } from "../model/finding.ts";
import { createRangeFinder } from "../report/line-index.ts";
import { openOldBaseline } from "./baseline-file.ts";
import type { Workspace } from "./open-workspace.ts";
import type { Before } from "./select-files.ts";

/**
 * Leaves out the new findings that neither stand on changed lines nor came with the changes. The project is checked as it was before for
 * that, where there is any finding off the changed lines. When ownership.yaml changed, everything counts.
 */
export function leaveOutFindingsOfBefore(report: CheckReport, workspace: Workspace, input: CheckInput): CheckReport {
  const { project, book, before } = workspace;
  if (!before?.comparison || before.comparison.changes.files.some(({ path, oldPath }) => [path, oldPath].includes(book?.ownership.path))) return report;
  const { changes } = before.comparison;
  const isOnChangedLine = changedLinesIn(changes, (path) => project.text(path));
  if (report.findings.every((finding) => finding.state !== "new" || isOnChangedLine(finding))) return report;
  const newPaths = new Map(changes.files.flatMap(({ path, oldPath }) => (path === undefined || oldPath === undefined ? [] : [[oldPath, path] as const])));
  const findings = findCaused(report.findings, findingsOfBefore(workspace, before, input), isOnChangedLine, (path) => newPaths.get(path) ?? path);
  return { ...report, findings, summary: { ...report.summary, ...countFindings(findings) } };
}

function findingsOfBefore({ root, baseline }: Workspace, before: Before, input: CheckInput): readonly Finding[] {
  const { project, candidatesIn } = openProject({ root, revision: before.comparison!.revision });
  const old = baseline && openOldBaseline(baseline, before.textOf(baseline.path, baseline.text));
  const { baseline: known, everything, ...common } = input;
  return checkProject({ ...common, project, candidates: candidatesIn([""], { reads: judgesReads(input.rules) }), ...(old && { baseline: old }) }).findings;
}

function changedLinesIn(changes: Changes, sourceText: (path: string) => string | undefined): (finding: Finding) => boolean {
  const ranges = createRangeFinder(sourceText);
  return ({ place }) => {
    const { start, end } = ranges.rangeOf(place);
    return changes.linesOf(place.path).some(({ first, last }) => start.line <= last && end.line >= first);
  };
}
