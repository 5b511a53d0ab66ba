import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { UserError } from "../model/problem.ts";

/** Writes a file as a whole or not at all: to a file beside it, which then takes its place. Throws a UserError where that fails. */
export function writeWholeFile(file: string, text: string, mode = 0o666): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(beside, text, { mode });
    renameSync(beside, file);
  } catch (error) {
    if (existsSync(beside)) rmSync(beside);
    throw new UserError(`\`${file}\` cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
