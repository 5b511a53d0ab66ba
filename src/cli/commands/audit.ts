import { auditProject } from "../../check/audit-project.ts";
import { auditReporters } from "../../report/index.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { inputOf } from "../judge-workspace.ts";
import { openWorkspace } from "../open-workspace.ts";
import type { AuditOptions } from "../options.ts";
import { printReport } from "../print-report.ts";
import { createProgress } from "../progress.ts";
import type { Streams } from "../streams.ts";

/** The one-off report: who does what to whose tables, and what can be done about it today. It judges nothing: the exit code is that of a clean run. */
export function audit(options: AuditOptions, streams: Streams): ExitCode {
  const progress = createProgress(options.progress, streams);
  const workspace = openWorkspace({ ...options, baseline: false }, streams, progress.update);
  const report = auditProject(inputOf(workspace, EVERY_RULE, streams, true), workspace.kept(true));
  progress.end();
  printReport({ ...report, problems: [...workspace.problems(), ...report.problems] }, auditReporters, options, workspace, streams);
  return exitCodes.clean;
}

/** An audit tells what is there, whatever is switched off for the gate. */
const EVERY_RULE = { preset: "strict", severities: new Map() } as const;
