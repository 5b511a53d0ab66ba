import path from "node:path";
import { clientMarkers } from "../clients/markers.ts";
import { openProject } from "../discover/open-project.ts";
import type { OwnershipBook } from "../model/ownership.ts";
import { UserError, type Problem } from "../model/problem.ts";
import type { Candidates, Project } from "../model/source-file.ts";
import { compileOwnership } from "../ownership/compile-ownership.ts";
import { findOwnership, loadOwnership } from "../ownership/load-ownership.ts";
import type { OwnershipMistake } from "../ownership/ownership-mistake.ts";
import { languageOf } from "../read/languages/index.ts";
import { countOf } from "../report/count-words.ts";
import { printable } from "../report/printable.ts";
import { commonFolder, holds, locatePaths, locateRoot, relativeToRoot } from "./locate-root.ts";
import type { ProjectOptions } from "./options.ts";

/** What a run reads: the project below the root, the files asked for, and whose tables are whose. */
export interface Workspace {
  readonly project: Project;
  readonly candidates: Candidates;
  /** Undefined where there is no ownership.yaml. */
  readonly book: OwnershipBook | undefined;
  /** The folder from which ownership.yaml was searched upwards. */
  readonly searched: string;
  /** What could not be read up to the call. */
  readonly problems: () => readonly Problem[];
}

export function openWorkspace(options: ProjectOptions, cwd: string): Workspace {
  const paths = locatePaths(options.paths, cwd);
  const searched = commonFolder(paths);
  const ownershipFile = options.ownership === undefined ? findOwnership(searched) : locatePaths([options.ownership], cwd)[0];
  const root = chooseRoot(options.root, ownershipFile, searched, cwd);
  const asked = relativeToRoot(paths, root);
  const { project, candidatesIn, problems } = openProject({ root, languageOf, markers: clientMarkers });
  const book = ownershipFile === undefined ? undefined : openBook(ownershipFile, root, project);
  return { project, candidates: candidatesIn(asked), book, searched, problems };
}

/** `--root`, else the folder of ownership.yaml, else the working folder where it holds what is checked, else what holds it. */
function chooseRoot(given: string | undefined, ownershipFile: string | undefined, searched: string, cwd: string): string {
  if (given !== undefined) return locateRoot(given, cwd);
  if (ownershipFile !== undefined) return path.dirname(ownershipFile);
  return holds(cwd, searched) ? cwd : searched;
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
