import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { UserError } from "../model/problem.ts";

/**
 * Writes a file as a whole or not at all: to a file beside it, which then takes its place. Where a link is there, what it leads to is
 * written. Without a `mode` a file that is there keeps its own. Throws a UserError where that fails.
 */
export function writeWholeFile(given: string, text: string, mode?: number): void {
  const file = existsSync(given) ? realpathSync(given) : given;
  const beside = `${file}.${process.pid}.tmp`;
  try {
    const kept = mode ?? statSync(file, { throwIfNoEntry: false })?.mode;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(beside, text, kept === undefined ? {} : { mode: kept });
    renameSync(beside, file);
  } catch (error) {
    if (existsSync(beside)) rmSync(beside);
    throw new UserError(`\`${file}\` cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
