import type { Revision } from "../revision.ts";
import { readBlobs } from "./read-blobs.ts";
import { readStatus, type StatusEntry } from "./read-status.ts";
import type { Repository } from "./repository.ts";

/** What the next commit would hold. */
export interface StagedFiles {
  /** The files as they stand in the index; what is the same in the working tree is read there. */
  readonly revision: Revision;
  /** The paths that the commit changes: those that it removes, and those that it moves files from, too. */
  readonly changed: readonly string[];
  /** The text of a file as the last commit has it, given what the index has; undefined where it has none. */
  committedText(path: string, indexed: string | undefined): string | undefined;
}

export function readStaged(repository: Repository): StagedFiles {
  const { entries, untracked } = readStatus(repository);
  const differing = entries.filter(({ modified, indexedId }) => modified && indexedId !== undefined);
  const blobs = readBlobs(repository, differing.map(({ indexedId }) => indexedId!));
  const contents = new Map(differing.flatMap(({ path, indexedId }) => (blobs.has(indexedId!) ? [[path, blobs.get(indexedId!)!] as const] : [])));
  const staged = entries.filter((entry) => entry.staged);
  return {
    revision: { contents, has: isInIndex(entries, untracked) },
    changed: staged.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from])),
    committedText(path, indexed) {
      const entry = staged.find((each) => each.path === path);
      if (!entry) return indexed;
      return entry.committedId === undefined ? undefined : readBlobs(repository, [entry.committedId]).get(entry.committedId)?.toString("utf8");
    },
  };
}

function isInIndex(entries: readonly StatusEntry[], untracked: readonly string[]): (path: string) => boolean {
  const absent = new Set([...untracked, ...entries.filter(({ inIndex }) => !inIndex).map(({ path }) => path)]);
  const repositoriesInside = untracked.filter((path) => path.endsWith("/"));
  return (path) => !absent.has(path) && !repositoriesInside.some((folder) => path.startsWith(folder));
}

/** The paths that are not as the last commit has them, in the index or in the working tree; what git knows nothing of, too. */
export function readUncommitted(repository: Repository): readonly string[] {
  const { entries, untracked } = readStatus(repository);
  return [...entries.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from])), ...untracked];
}
