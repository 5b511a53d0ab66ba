import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { UserError } from "../model/problem.ts";
import type { ReportContext } from "../report/reporter.ts";
import { rules } from "../../rules/index.ts";
import { wantsColors } from "./colors.ts";
import { rootPrefix } from "./locate-root.ts";
import type { Workspace } from "./open-workspace.ts";
import type { ReportOptions, ReportOutput } from "./options.ts";
import type { Streams } from "./streams.ts";
import { toolVersion } from "./tool-version.ts";

interface AnyReporter<Report> {
  readonly name: string;
  render(report: Report, context: ReportContext): string;
}

/** Renders a report with each reporter asked for and sends the text where it belongs. */
export function printReport<Report>(
  report: Report,
  reporters: readonly AnyReporter<Report>[],
  options: ReportOptions & { readonly statistics?: boolean },
  { project, root, book }: Workspace,
  streams: Streams,
): void {
  const common = {
    sourceText: (file: string) => project.text(file),
    toolVersion,
    maxDiagnostics: options.maxDiagnostics,
    statistics: options.statistics ?? false,
    rules: rules.map(({ meta }) => meta),
    services: book?.ownership.services.map(({ name }) => name) ?? [],
    pathPrefix: rootPrefix(root, streams.cwd),
  };
  for (const output of options.outputs) {
    const reporter = reporters.find(({ name }) => name === output.reporter);
    if (reporter === undefined) throw new Error(`reporter ${output.reporter} was accepted and is not listed`);
    const colors = output.file === undefined && wantsColors(options.color, streams);
    send(reporter.render(report, { ...common, colors }), output, streams);
  }
}

function send(text: string, { file }: ReportOutput, { stdout, cwd }: Streams): void {
  if (file === undefined) {
    stdout.write(text);
    return;
  }
  const absolute = path.resolve(cwd, file);
  try {
    mkdirSync(path.dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  } catch (error) {
    throw new UserError(`The report cannot be written to \`${file}\`: ${error instanceof Error ? error.message : String(error)}`);
  }
}
