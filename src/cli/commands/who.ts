import { lookUpTable } from "../../check/look-up-table.ts";
import { UserError } from "../../model/problem.ts";
import { didYouMean } from "../../ownership/nearest-word.ts";
import { parseTableName } from "../../ownership/parse-table-name.ts";
import { usageReporters } from "../../report/index.ts";
import { printable } from "../../report/printable.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { openWorkspace } from "../open-workspace.ts";
import type { WhoOptions } from "../options.ts";
import { printReport } from "../print-report.ts";
import { createProgress } from "../progress.ts";
import type { Streams } from "../streams.ts";

/** Whose a table is, who writes and who reads it. Throws a UserError where nothing names it. */
export function who(options: WhoOptions, streams: Streams): ExitCode {
  const written = parseTableName(options.table);
  if (!written) throw new UserError(`\`${printable(options.table)}\` is no table's name: give one as SQL names it, as in \`users\` or \`auth.users\`.`);
  const table = { name: written.name, ...(written.schema === undefined ? {} : { schema: written.schema }) };
  const progress = createProgress(options.progress, streams);
  const workspace = openWorkspace(options, streams, progress.update);
  const { input, kept, book, problems } = workspace;
  const today = (streams.now?.() ?? new Date()).toISOString().slice(0, "2026-11-23".length);
  const found = lookUpTable(table, { ...input(true), today }, kept(true));
  progress.end();
  if (found.usages.length === 0) {
    const hint = didYouMean(options.table, found.names) ?? "`cross-write-check accesses` lists what the statements name.";
    throw new UserError(`No statement that was read${book ? " and no line of ownership.yaml" : ""} names a table \`${printable(options.table)}\`. ${printable(hint)}`);
  }
  printReport({ ...found, problems: [...problems(), ...found.problems] }, usageReporters, options, workspace, streams);
  return exitCodes.clean;
}
