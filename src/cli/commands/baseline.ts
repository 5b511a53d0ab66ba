import { newEntries, pruneEntries, renewEntries } from "../../judge/baseline/update-baseline.ts";
import type { BaselineEntry } from "../../model/baseline.ts";
import type { CheckReport } from "../../model/finding.ts";
import { countOf, numberWords } from "../../report/count-words.ts";
import { openBaseline, writeBaseline, type BaselineFile } from "../baseline-file.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { judgeWorkspace } from "../judge-workspace.ts";
import type { BaselineOptions } from "../options.ts";
import type { Streams } from "../streams.ts";

/** Writes, prunes or checks the list of known findings. */
export function baseline(options: BaselineOptions, streams: Streams): ExitCode {
  const { workspace, report } = judgeWorkspace(options, streams);
  const file = workspace.baseline!;
  const known = openBaseline(file).entries;
  const match = { findings: report.findings, stale: report.baseline?.stale ?? [] };
  switch (options.action) {
    case "write":
      return save(file, known, renewEntries(known, match), streams);
    case "prune":
      return save(file, known, pruneEntries(known, match), streams);
    case "check":
      return tell(file, known, report, streams);
  }
}

function save(file: BaselineFile, before: readonly BaselineEntry[], after: readonly BaselineEntry[], { stdout }: Streams): ExitCode {
  const [added, gone] = [missingFrom(before, after), missingFrom(after, before)];
  const changes = added + gone === 0 ? "nothing changed" : [...some(added, "new"), ...some(gone, "gone")].join(", ");
  if (added + gone > 0 || file.text === undefined) writeBaseline(file, after);
  stdout.write(`${file.path} knows ${countOf(after.length, "finding")}: ${changes}.\n`);
  return exitCodes.clean;
}

function tell({ path }: BaselineFile, known: readonly BaselineEntry[], report: CheckReport, { stdout }: Streams): ExitCode {
  const unknown = newEntries(report.findings).length;
  const gone = report.baseline?.stale.length ?? 0;
  const lines = [
    `${path} knows ${countOf(known.length, "finding")}.`,
    ...(gone > 0 ? [`${numberWords(gone)} ${gone === 1 ? "is" : "are"} gone: run cross-write-check baseline --prune.`] : []),
    ...(unknown > 0 ? [`${countOf(unknown, "finding")} more ${unknown === 1 ? "is" : "are"} there: mend ${unknown === 1 ? "it" : "them"}, or run cross-write-check baseline.`] : []),
  ];
  stdout.write(lines.map((line) => `${line}\n`).join(""));
  return gone + unknown > 0 ? exitCodes.findings : exitCodes.clean;
}

/** How many of `entries` are not in `list`. */
function missingFrom(list: readonly BaselineEntry[], entries: readonly BaselineEntry[]): number {
  const there = new Set(list.map(({ fingerprint }) => fingerprint));
  return entries.filter(({ fingerprint }) => !there.has(fingerprint)).length;
}

function some(count: number, word: string): readonly string[] {
  return count > 0 ? [`${numberWords(count)} ${word}`] : [];
}
