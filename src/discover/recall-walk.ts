import { fileTime, isSettled } from "./file-times.ts";
import { rootIgnoreFiles } from "./ignore-rules.ts";
import { createLinkReader } from "./link-target.ts";
import { type ProjectFiles, type ProjectWalk, walkProject } from "./walk-project.ts";

/** A walk through a project, and what it was decided by. Plain data. */
export interface WalkRecord {
  readonly paths: readonly string[];
  readonly folders: readonly string[];
  /** Folders that were listed and ignore files in them, by their paths from the root. */
  readonly inside: readonly TimedPath[];
  /** Ignore files around the root, by absolute paths. */
  readonly around: readonly TimedPath[];
  /** Each link, and where it led; without a target to nothing of the project. */
  readonly links: readonly (readonly [link: string, target?: string, isFolder?: boolean])[];
}

/** When a path last changed, in milliseconds; -1 where there is nothing, and undefined is never the same again: it may have changed while the walk went on. */
type TimedPath = readonly [path: string, changed?: number];

/** The last walk, kept from run to run. */
export interface KeptWalk {
  load(): WalkRecord | undefined;
  save(record: WalkRecord): void;
}

/**
 * The files of a project, as `walkProject` has them. Where an earlier walk is kept it counts while the entries of all folders are what they were:
 * to look at each folder's time of change takes a tenth of the time that a walk takes.
 */
export function recallWalk(root: string, kept: KeptWalk | undefined): ProjectFiles {
  if (!kept) return walkProject(root);
  const began = Date.now();
  const before = kept.load();
  if (before && isStill(before, root)) return filesOf(before);
  const walk = walkProject(root);
  if (walk.problems.length === 0) kept.save(recordOf(walk, root, began));
  return walk;
}

function recordOf({ paths, folders, listed, ignoreFiles, links }: ProjectWalk, root: string, began: number): WalkRecord {
  const timed = (path: string, absolutePath: string): TimedPath => {
    const { changed } = fileTime(absolutePath);
    return isSettled(changed, began) ? [path, changed] : [path];
  };
  return {
    paths,
    folders: [...folders.keys()],
    inside: [...listed, ...ignoreFiles].map((path) => timed(path, `${root}/${path}`)),
    around: rootIgnoreFiles(root).map((path) => timed(path, path)),
    links: links.map(({ path, target }) => (target ? [path, target.path, target.isFolder] : [path])),
  };
}

function isStill({ inside, around, links }: WalkRecord, root: string): boolean {
  const ignoreFiles = rootIgnoreFiles(root);
  if (ignoreFiles.length !== around.length || !around.every(([path, changed], index) => path === ignoreFiles[index] && fileTime(path).changed === changed)) return false;
  if (!inside.every(([path, changed]) => fileTime(`${root}/${path}`).changed === changed)) return false;
  const readLink = createLinkReader(root);
  return links.every(([link, path, isFolder]) => {
    const target = readLink(link);
    return target?.path === path && target?.isFolder === isFolder;
  });
}

function filesOf({ paths, folders }: WalkRecord): ProjectFiles {
  const inFolders = new Map(folders.map((folder): [string, string[]] => [folder, []]));
  for (const path of paths) inFolders.get(path.slice(0, Math.max(0, path.lastIndexOf("/"))))?.push(path);
  return { paths, folders: inFolders, problems: [] };
}
