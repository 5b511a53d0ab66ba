import type { Problem } from "../model/problem.ts";
import { hashOf } from "./content-hash.ts";
import type { FileContents } from "./file-contents.ts";
import { fileTime, isSettled, type FileTime } from "./file-times.ts";

/** What the files of a project were when facts were taken from them. Plain data. */
export interface ProjectSnapshot {
  /** The hash of all paths and contents. */
  readonly id: string;
  /** The hash of all paths. */
  readonly list: string;
  /** Every file that was read. */
  readonly files: readonly FileState[];
  /** What could not be read of them. */
  readonly problems: readonly Problem[];
}

/** The size in bytes and the time of the last change in milliseconds, or -1 where these tell nothing; the hash is of the content, empty where it could not be read. */
type FileState = readonly [path: string, size: number, changed: number, hash: string];

/** A project under way. */
interface OpenFiles {
  readonly paths: readonly string[];
  readonly contents: FileContents;
  /** When the first file was read, in milliseconds: later changes may have come before the file was read or after it. */
  readonly began: number;
}

export function takeSnapshot(root: string, { paths, contents, began }: OpenFiles): ProjectSnapshot {
  const files = [...contents.hashes].map(([path, hash]) => withTime(path, fileTime(`${root}/${path}`), hash, began));
  const list = hashOf(paths.join("\n"));
  return { id: hashOf([list, ...files.flatMap(([path, , , hash]) => [path, hash])].join("\n")), list, files, problems: [...contents.problems.values()] };
}

/**
 * Whether the files are what they were: those whose size and time of change are the same, which no program can set back, are taken to be;
 * of others the content decides. Undefined where they are not; else the snapshot with today's times.
 */
export function renewSnapshot(snapshot: ProjectSnapshot, root: string, { paths, contents, began }: OpenFiles): ProjectSnapshot | undefined {
  if (snapshot.list !== hashOf(paths.join("\n"))) return undefined;
  const files: FileState[] = [];
  let renewed = false;
  for (const file of snapshot.files) {
    const [path, size, changed, hash] = file;
    const state = fileTime(`${root}/${path}`);
    const isSame = state.size === size && state.changed === changed;
    if (!isSame && contents.hash(path) !== hash) return undefined;
    files.push(isSame ? file : withTime(path, state, hash, began));
    renewed ||= !isSame;
  }
  return renewed ? { ...snapshot, files } : snapshot;
}

function withTime(path: string, { size, changed }: FileTime, hash: string, began: number): FileState {
  return [path, size, isSettled(changed, began) ? changed : -1, hash];
}
