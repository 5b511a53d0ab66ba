import path from "node:path";
import { openProject } from "../check/open-project.ts";
import type { OwnershipBook } from "../model/ownership.ts";
import { UserError, type Problem } from "../model/problem.ts";
import type { Candidates, Project } from "../model/source-file.ts";
import { compileOwnership } from "../ownership/compile-ownership.ts";
import { findOwnership, loadOwnership } from "../ownership/load-ownership.ts";
import type { OwnershipMistake } from "../ownership/ownership-mistake.ts";
import { countOf } from "../report/count-words.ts";
import { printable } from "../report/printable.ts";
import { commonFolder, holds, locatePaths, locateRoot, relativeToRoot } from "./locate-root.ts";
import type { ProjectOptions } from "./options.ts";

/** What a run reads: the project below the root, the files asked for, and whose tables are whose. */
export interface Workspace {
  /** An absolute path. */
  readonly root: string;
  readonly project: Project;
  /** Undefined where there is no ownership.yaml. */
  readonly book: OwnershipBook | undefined;
  /** The folder from which ownership.yaml was searched upwards. */
  readonly searched: string;
  /** The files asked for; with `reads`, those too whose statements only read. */
  readonly candidates: (reads: boolean) => Candidates;
  /** What could not be read up to the call. */
  readonly problems: () => readonly Problem[];
}

export function openWorkspace(options: ProjectOptions, cwd: string, onProgress: (filesLooked: number) => void): Workspace {
  const paths = locatePaths(options.paths, cwd);
  const searched = commonFolder(paths);
  const ownershipFile = options.ownership === undefined ? findOwnership(searched) : locatePaths([options.ownership], cwd)[0];
  const root = chooseRoot(options.root, ownershipFile, searched, cwd);
  const asked = relativeToRoot(paths, root);
  const { project, candidatesIn, unmatchedIn, problems } = openProject(root, onProgress);
  return {
    root,
    project,
    book: ownershipFile === undefined ? undefined : openBook(ownershipFile, root, project),
    searched,
    candidates(reads) {
      const candidates = candidatesIn(asked, { reads });
      const unmatched = candidates.looked === 0 ? asked : unmatchedIn(asked);
      if (unmatched.length > 0 && options.errorsOnUnmatched) throw new UserError(describeUnmatched(unmatched));
      return candidates;
    },
    problems,
  };
}

/** `--root`, else the folder of ownership.yaml, else the working folder where it holds what is checked, else what holds it. */
function chooseRoot(given: string | undefined, ownershipFile: string | undefined, searched: string, cwd: string): string {
  if (given !== undefined) return locateRoot(given, cwd);
  if (ownershipFile !== undefined) return path.dirname(ownershipFile);
  return holds(cwd, searched) ? cwd : searched;
}

/** Paths relative to the root. */
function describeUnmatched(paths: readonly string[]): string {
  const places = paths.map((relative) => (relative === "" ? "the root" : `\`${printable(relative)}\``)).join(", ");
  return `There is no file to check in ${places}: none of a known language that .gitignore and the list of dependency folders let in. With --no-errors-on-unmatched that is no mistake.`;
}

function openBook(file: string, root: string, project: Project): OwnershipBook {
  const { ownership, mistakes } = loadOwnership(file, root, project.paths);
  if (ownership === undefined || mistakes.length > 0) throw new UserError(describeMistakes(mistakes));
  return compileOwnership(ownership);
}

/** All of them at once, one a line: ``ownership.yaml:4:5 services.clinic.own: unknown key. Did you mean `owns`?`` */
function describeMistakes(mistakes: readonly OwnershipMistake[]): string {
  const lines = mistakes.map(({ path: file, line, column, key, message, help }) => {
    const subject = key === "" ? "" : `${key}: `;
    return printable(`${file}:${line}:${column} ${subject}${message}.${help === undefined ? "" : ` ${help}`}`);
  });
  return [`${countOf(mistakes.length, "mistake")} in ownership.yaml; nothing was checked.`, ...lines.map((line) => `  ${line}`)].join("\n");
}
