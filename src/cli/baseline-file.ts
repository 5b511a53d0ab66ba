import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { formatBaseline } from "../judge/baseline/format-baseline.ts";
import { parseBaseline } from "../judge/baseline/parse-baseline.ts";
import { BASELINE_NAME, type Baseline, type BaselineEntry } from "../model/baseline.ts";
import { UserError } from "../model/problem.ts";
import { writeWholeFile } from "./write-whole-file.ts";

/** Where a project's baseline is or would be. */
export interface BaselineFile {
  /** An absolute path. */
  readonly file: string;
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Its text; undefined where there is none yet. */
  readonly text: string | undefined;
}

/** The absolute path of the baseline; `given` is relative to the working folder. */
export function locateBaseline(given: string | undefined, root: string, cwd: string): string {
  return given === undefined ? path.join(root, BASELINE_NAME) : path.resolve(cwd, given);
}

/** How files stand elsewhere than in the folder; paths are relative to the root. */
export interface RevisedFiles {
  /** The text of a file that stands otherwise there. */
  revised(path: string): string | undefined;
  /** Whether a file of the folder is there too. */
  isThere(path: string): boolean;
}

export function openBaselineFile(file: string, root: string, { revised, isThere }: RevisedFiles): BaselineFile {
  const relative = path.relative(root, file).split(path.sep).join("/");
  return { file, path: relative, text: revised(relative) ?? (isThere(relative) ? readText(file) : undefined) };
}

/** The known findings. Throws a UserError where the file is not as `baseline` writes it; the file stays as it is. */
export function openBaseline({ path: relative, text }: BaselineFile): Baseline {
  if (text === undefined) return { path: relative, text: "", entries: [] };
  const reading = parseBaseline(text);
  if (reading.kind === "entries") return { path: relative, text, entries: reading.entries };
  const place = reading.line === undefined ? relative : `${relative}:${reading.line}`;
  throw new UserError(`${place}: ${reading.message}`);
}

/** The known findings of before, from what the file's text was; undefined where there was none, or none that can be read. */
export function openOldBaseline({ path: relative }: BaselineFile, text: string | undefined): Baseline | undefined {
  const reading = text === undefined ? undefined : parseBaseline(text);
  return reading?.kind === "entries" ? { path: relative, text: text!, entries: reading.entries } : undefined;
}

export function writeBaseline({ file }: BaselineFile, entries: readonly BaselineEntry[]): void {
  writeWholeFile(file, formatBaseline(entries));
}

function readText(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw new UserError(`The baseline \`${file}\` cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
