import { statSync } from "node:fs";
import type { Problem } from "../model/problem.ts";
import { hashOf } from "./content-hash.ts";
import type { FileContents } from "./file-contents.ts";

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

/** Clocks of file systems may lag behind by as much, in milliseconds. */
const CLOCK_LAG = 50;

/** A project under way. */
interface OpenFiles {
  readonly paths: readonly string[];
  readonly contents: FileContents;
  /** When the first file was read, in milliseconds: later changes may have come before the file was read or after it. */
  readonly began: number;
}

export function takeSnapshot(root: string, { paths, contents, began }: OpenFiles): ProjectSnapshot {
  const files = [...contents.hashes].map(([path, hash]) => withTime(path, stateOf(`${root}/${path}`), hash, began));
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
    const state = stateOf(`${root}/${path}`);
    const isSame = state.size === size && state.changed === changed;
    if (!isSame && contents.hash(path) !== hash) return undefined;
    files.push(isSame ? file : withTime(path, state, hash, began));
    renewed ||= !isSame;
  }
  return renewed ? { ...snapshot, files } : snapshot;
}

function withTime(path: string, { size, changed }: Stats, hash: string, began: number): FileState {
  return [path, size, changed < began - CLOCK_LAG ? changed : -1, hash];
}

type Stats = ReturnType<typeof stateOf>;

function stateOf(file: string): { readonly size: number; readonly changed: number } {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? { size: stats.size, changed: stats.ctimeMs } : { size: -1, changed: -1 };
}
