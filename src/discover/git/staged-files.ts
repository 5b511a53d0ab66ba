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
  readonly committedText: CommittedText;
}

/** Tells the text of a file as the last commit has it, given what it is now; undefined where it has none. */
export type CommittedText = (path: string, now: string | undefined) => string | undefined;

export function readStaged(repository: Repository): StagedFiles {
  const { entries, untracked } = readStatus(repository);
  const differing = entries.filter(({ modified, indexedId }) => modified && indexedId !== undefined);
  const blobs = readBlobs(repository, differing.map(({ indexedId }) => indexedId!));
  const contents = new Map(differing.flatMap(({ path, indexedId }) => (blobs.has(indexedId!) ? [[path, blobs.get(indexedId!)!] as const] : [])));
  const staged = entries.filter((entry) => entry.staged);
  return {
    revision: { contents, has: isInIndex(entries, untracked) },
    changed: staged.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from])),
    committedText: committedTextIn(repository, staged, []),
  };
}

/** `differing` are the files that the last commit has otherwise, `added` those that it does not have. */
function committedTextIn(repository: Repository, differing: readonly StatusEntry[], added: readonly string[]): CommittedText {
  return (path, now) => {
    const entry = differing.find((each) => each.path === path);
    if (!entry) return added.includes(path) ? undefined : now;
    return entry.committedId === undefined ? undefined : readBlobs(repository, [entry.committedId]).get(entry.committedId)?.toString("utf8");
  };
}

function isInIndex(entries: readonly StatusEntry[], untracked: readonly string[]): (path: string) => boolean {
  const absent = new Set([...untracked, ...entries.filter(({ inIndex }) => !inIndex).map(({ path }) => path)]);
  const repositoriesInside = untracked.filter((path) => path.endsWith("/"));
  return (path) => !absent.has(path) && !repositoriesInside.some((folder) => path.startsWith(folder));
}

/** What is not as the last commit has it. */
export interface UncommittedFiles {
  /** In the index or in the working tree; what git knows nothing of, too. */
  readonly changed: readonly string[];
  readonly committedText: CommittedText;
}

export function readUncommitted(repository: Repository): UncommittedFiles {
  const { entries, unmerged, untracked } = readStatus(repository);
  return {
    changed: [...entries.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from])), ...unmerged, ...untracked],
    committedText: committedTextIn(repository, entries, untracked),
  };
}
