import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { UserError } from "../model/problem.ts";
import { didYouMean } from "../ownership/nearest-word.ts";
import { commandNames } from "./options.ts";

/** Absolute paths of what a run looks at: every one exists, unless `missingToo`. */
export function locatePaths(paths: readonly string[], cwd: string, missingToo = false): readonly string[] {
  if (paths.length === 0) return [cwd];
  return paths.map((given) => (missingToo ? path.resolve(cwd, given) : locatePath(given, cwd)));
}

/** The deepest folder that holds every path: where the search for ownership.yaml begins. */
export function commonFolder(absolutePaths: readonly string[]): string {
  const folders = absolutePaths.map(folderAt);
  return folders.reduce((common, folder) => {
    let shared = common;
    while (!holds(shared, folder)) shared = path.dirname(shared);
    return shared;
  });
}

/** The folder itself, or the nearest above that is there. */
function folderAt(absolute: string): string {
  return statSync(absolute, { throwIfNoEntry: false })?.isDirectory() ? absolute : folderAt(path.dirname(absolute));
}

/** A folder given with `--root`. */
export function locateRoot(given: string, cwd: string): string {
  const root = locatePath(given, cwd);
  if (!statSync(root).isDirectory()) throw new UserError(`\`${given}\` is not a folder: give --root the folder that paths are relative to.`);
  return root;
}

/** Paths relative to the root, with `/`; the root itself is an empty text. */
export function relativeToRoot(absolutePaths: readonly string[], root: string): readonly string[] {
  return absolutePaths.map((absolute) => {
    const relative = relativeInside(root, absolute) ?? relativeInside(realPath(root), realPath(absolute));
    if (relative === undefined) throw new UserError(`\`${absolute}\` is outside the root \`${root}\`: give --root a folder that holds both.`);
    return relative;
  });
}

/** What leads from the working folder down to the root: `platform/`; empty where the root is not below it. */
export function rootPrefix(root: string, cwd: string): string {
  const relative = relativeInside(cwd, root) ?? "";
  return relative === "" ? "" : `${relative}/`;
}

export function holds(folder: string, absolute: string): boolean {
  return relativeInside(folder, absolute) !== undefined;
}

/** Whether a file is one of the paths or lies below one; an empty path is the root. */
export function isBelow(file: string, paths: readonly string[]): boolean {
  return paths.some((each) => each === "" || file === each || file.startsWith(`${each}/`));
}

/** Without links, as far as the path is there. */
function realPath(absolute: string): string {
  return existsSync(absolute) ? realpathSync(absolute) : path.join(realPath(path.dirname(absolute)), path.basename(absolute));
}

function relativeInside(folder: string, absolute: string): string | undefined {
  const relative = path.relative(folder, absolute);
  if (path.isAbsolute(relative) || relative === ".." || relative.startsWith(`..${path.sep}`)) return undefined;
  return relative.split(path.sep).join("/");
}

function locatePath(given: string, cwd: string): string {
  const absolute = path.resolve(cwd, given);
  if (existsSync(absolute)) return absolute;
  const hint = didYouMean(path.basename(given), [...namesBeside(absolute), ...commandNames]) ?? "Give a path that exists, relative to the folder you are in.";
  throw new UserError(`There is no file or folder \`${given}\`. ${hint}`);
}

function namesBeside(absolute: string): readonly string[] {
  try {
    return readdirSync(path.dirname(absolute));
  } catch {
    return [];
  }
}
