import { checkProject, type CheckInput } from "../check/check-project.ts";
import { judgesReads, ruleSeverities } from "../judge/rule-severities.ts";
import type { CheckReport } from "../model/finding.ts";
import { UserError } from "../model/problem.ts";
import { rules } from "../../rules/index.ts";
import { openBaseline, openOldBaseline } from "./baseline-file.ts";
import { leaveOutFindingsOfBefore } from "./leave-out-findings-of-before.ts";
import { openWorkspace, type Workspace } from "./open-workspace.ts";
import type { CheckOptions, JudgeOptions } from "./options.ts";
import { createProgress } from "./progress.ts";
import type { Streams } from "./streams.ts";

export interface JudgedWorkspace {
  readonly workspace: Workspace;
  readonly report: CheckReport;
}

/** Reads what the options ask for and judges it. Throws a UserError where there is no ownership.yaml to judge by. */
export function judgeWorkspace(options: JudgeOptions & Partial<Pick<CheckOptions, "selection">>, streams: Streams): JudgedWorkspace {
  const progress = createProgress(options.progress, streams);
  const workspace = openWorkspace(options, streams, progress.update);
  const input = inputOf(workspace, options, streams);
  const checked = checkProject(input, workspace.kept(judgesReads(input.rules)));
  const relevant = leaveOutFindingsOfBefore(checked, workspace, input);
  progress.end();
  const report = { ...relevant, problems: [...workspace.problems(), ...relevant.problems] };
  return { workspace, report: withCountBefore(report, workspace) };
}

/** What a check of a workspace takes; with `withReads`, the files too whose statements only read. Throws a UserError where there is no ownership.yaml. */
export function inputOf({ input, book, searched, baseline }: Workspace, options: Pick<JudgeOptions, "preset" | "severities">, { now = () => new Date() }: Streams, withReads = false): CheckInput {
  if (book === undefined) {
    throw new UserError(`There is no ownership.yaml in \`${searched}\` or above it: write one that says which service owns which table, or name it with --ownership FILE.`);
  }
  const severities = ruleSeverities(rules, options.preset, book.ownership, options.severities);
  const reads = withReads || judgesReads(severities);
  return {
    ...input(reads),
    book,
    rules: severities,
    today: now().toISOString().slice(0, "2026-11-23".length),
    ...(baseline?.text === undefined ? {} : { baseline: openBaseline(baseline) }),
  };
}

function withCountBefore(report: CheckReport, { baseline, before }: Workspace): CheckReport {
  if (!report.baseline || !baseline || !before) return report;
  const old = openOldBaseline(baseline, before.textOf(baseline.path, baseline.text));
  return { ...report, baseline: { ...report.baseline, before: { count: old?.entries.length ?? 0, at: before.at } } };
}
