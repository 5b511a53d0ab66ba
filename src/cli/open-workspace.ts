import path from "node:path";
import { openCache } from "../cache/open-cache.ts";
import { openKeptOwnership } from "../check/kept-ownership.ts";
import { openKeptLinks, openKeptReading, type KeptReading } from "../check/kept-reading.ts";
import { openProject } from "../check/open-project.ts";
import type { AskedInput } from "../check/read-asked.ts";
import type { OwnershipBook } from "../model/ownership.ts";
import { UserError, type Problem } from "../model/problem.ts";
import type { Candidates, Project } from "../model/source-file.ts";
import { printable } from "../report/printable.ts";
import { locateBaseline, openBaselineFile, type BaselineFile } from "./baseline-file.ts";
import { commonFolder, holds, isBelow, locatePaths, locateRoot, relativeToRoot } from "./locate-root.ts";
import { findOwnershipFile, openBook } from "./open-ownership.ts";
import type { JudgeOptions, ProjectOptions, Selection } from "./options.ts";
import { selectFiles, type Before } from "./select-files.ts";
import type { Streams } from "./streams.ts";

/** What a run reads: the project below the root, the files asked for, and whose tables are whose. */
export interface Workspace {
  /** An absolute path. */
  readonly root: string;
  readonly project: Project;
  /** Undefined where there is no ownership.yaml. */
  readonly book: OwnershipBook | undefined;
  /** The folder from which ownership.yaml was searched upwards. */
  readonly searched: string;
  /** What the files asked for, and those that decide on them, are read by; with `reads`, those too whose statements only read. */
  readonly input: (reads: boolean) => AskedInput;
  /** What earlier runs found in the whole project, and what later ones will know; undefined where only a part is asked for or nothing is to be kept. */
  readonly kept: (reads: boolean) => KeptReading | undefined;
  /** Undefined where none is wanted. */
  readonly baseline: BaselineFile | undefined;
  /** What to compare with. */
  readonly before: Before | undefined;
  /** What could not be read up to the call. */
  readonly problems: () => readonly Problem[];
}

export type WorkspaceOptions = ProjectOptions & Partial<Pick<JudgeOptions, "baseline">> & { readonly selection?: Selection };

export function openWorkspace(options: WorkspaceOptions, streams: Streams, onProgress: (filesLooked: number) => void): Workspace {
  const { cwd } = streams;
  const paths = locatePaths(options.paths, cwd, !options.errorsOnUnmatched);
  const searched = commonFolder(paths);
  const ownershipFile = findOwnershipFile(options.ownership, searched, cwd);
  const root = chooseRoot(options.root, ownershipFile, searched, cwd);
  const given = relativeToRoot(paths, root);

  const baselineFile = options.baseline === false ? undefined : locateBaseline(options.baseline, root, cwd);
  const besides = [ownershipFile, baselineFile].filter((file) => file !== undefined);
  const { revision, changed, before } = selectFiles(options.selection ?? { kind: "all" }, root, besides, streams);
  const revised = (file: string): string | undefined => revision?.contents.get(file)?.toString("utf8").replace(/^\uFEFF/, "");
  const cache = options.cache ? openCache(streams.cacheFolder) : undefined;
  const opened = openProject({ root, onProgress, cache, ...(revision && { revision }), keepHashes: cache !== undefined && !revision });
  const { project, candidatesIn, unmatchedIn, problems } = opened;
  const book = ownershipFile === undefined ? undefined : openBook(ownershipFile, root, project.paths, revised, cache && openKeptOwnership(cache, root));
  const baseline = baselineFile === undefined ? undefined : openBaselineFile(baselineFile, root, { revised, isThere: (file) => revision?.has(file) ?? true });

  // Where the rules themselves are among what is asked for, every file is.
  const decisive = [book?.ownership.path, baseline?.path];
  const isDecisive = (file: string): boolean => decisive.includes(file);
  const below = given.some(isDecisive) ? [""] : given;
  const part = changed?.some(isDecisive) ? undefined : changed;
  const isAsked = part ? askedIn(part.filter((file) => isBelow(file, below))) : (file: string) => isBelow(file, below);
  const isWhole = part === undefined && below.includes("");

  function candidatesAsked(reads: boolean): Candidates {
    if (part) return candidatesIn(part.filter(isAsked), { reads });
    const candidates = candidatesIn(below, { reads });
    const unmatched = candidates.looked === 0 ? below : unmatchedIn(below);
    if (unmatched.length > 0 && options.errorsOnUnmatched) throw new UserError(describeUnmatched(unmatched));
    return candidates;
  }

  return {
    root,
    project,
    book,
    searched,
    input: (reads) => ({
      project,
      candidates: candidatesAsked(reads),
      book,
      ...(!isWhole && { asked: isAsked, everything: () => candidatesIn([""], { reads }), among: (files: readonly string[]) => candidatesIn(files, { reads }) }),
      ...(cache && { links: openKeptLinks({ cache, root }) }),
    }),
    kept: (reads) => (cache && isWhole && !revision ? openKeptReading(opened, { cache, root, book, reads }) : undefined),
    baseline,
    before,
    problems,
  };
}

function askedIn(files: readonly string[]): (file: string) => boolean {
  const asked = new Set(files);
  return (file) => asked.has(file);
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
