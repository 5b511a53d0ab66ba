import { collectAccesses } from "../../check/check-project.ts";
import { accessReporters } from "../../report/index.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { openWorkspace } from "../open-workspace.ts";
import type { AccessesOptions } from "../options.ts";
import { printReport } from "../print-report.ts";
import { createProgress } from "../progress.ts";
import type { Streams } from "../streams.ts";

/** The inventory: every table access found, own ones too. */
export function accesses(options: AccessesOptions, streams: Streams): ExitCode {
  const progress = createProgress(options.progress, streams);
  const workspace = openWorkspace(options, streams, progress.update);
  const { input, kept, problems } = workspace;
  const report = collectAccesses(input(true), kept(true));
  progress.end();
  printReport({ ...report, problems: [...problems(), ...report.problems] }, accessReporters, options, workspace, streams);
  return exitCodes.clean;
}
