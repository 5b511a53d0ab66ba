import type { Repository } from "./repository.ts";

/** What `git status` tells of the files below a root; paths are relative to it. */
export interface Status {
  readonly entries: readonly StatusEntry[];
  /** Files in the middle of a merge: they have no one content in the index. */
  readonly unmerged: readonly string[];
  /** Files that git knows nothing of, and whole repositories inside this one, with a `/` at the end. */
  readonly untracked: readonly string[];
}

/** A file that is not the same in the last commit, the index and the working tree. */
export interface StatusEntry {
  readonly path: string;
  /** Where a staged rename or copy comes from. */
  readonly from: string | undefined;
  /** The index has it otherwise than the last commit. */
  readonly staged: boolean;
  /** The working tree has it otherwise than the index. */
  readonly modified: boolean;
  readonly inIndex: boolean;
  /** The object ids of its contents in the last commit and in the index; undefined where it is not there, or no regular file. */
  readonly committedId: string | undefined;
  readonly indexedId: string | undefined;
}

/**
 * One run of `git status --porcelain=v2 -z` (https://git-scm.com/docs/git-status#_porcelain_format_version_2). Submodules are
 * folders that this repository does not look into.
 */
export function readStatus(repository: Repository): Status {
  const output = repository.run(["status", "--porcelain=v2", "-z", "--untracked-files=all", "--find-renames", "--ignore-submodules=all"]);
  const records = output.toString("utf8").split("\0");
  const entries: StatusEntry[] = [];
  const unmerged: string[] = [];
  const untracked: string[] = [];
  for (let i = 0; i < records.length; i++) {
    const record = records[i]!;
    if (record.startsWith("? ")) untracked.push(...(inRoot(repository, record.slice(2)) ?? []));
    else if (record.startsWith("u ")) unmerged.push(...(inRoot(repository, UNMERGED.exec(record)?.[1] ?? "") ?? []));
    else if (record.startsWith("1 ")) entries.push(...toEntry(repository, CHANGED.exec(record)?.groups, undefined));
    else if (record.startsWith("2 ")) entries.push(...toEntry(repository, RENAMED.exec(record)?.groups, records[++i]));
  }
  return { entries, unmerged, untracked };
}

const FIELDS = "(?<X>.)(?<Y>.) \\S+ (?<headMode>\\S+) (?<indexMode>\\S+) \\S+ (?<headId>\\S+) (?<indexId>\\S+)";
const CHANGED = new RegExp(`^1 ${FIELDS} (?<path>[^]*)$`);
const UNMERGED = /^u (?:\S+ ){9}([^]*)$/;
const RENAMED = new RegExp(`^2 ${FIELDS} \\S+ (?<path>[^]*)$`);

function toEntry(repository: Repository, fields: Readonly<Record<string, string>> | undefined, from: string | undefined): readonly StatusEntry[] {
  const { X = ".", Y = ".", headMode = "", indexMode = "", headId = "", indexId = "", path: gitPath = "" } = fields ?? {};
  return (inRoot(repository, gitPath) ?? []).map((path) => ({
    path,
    from: from === undefined ? undefined : repository.fromTop(from),
    staged: X !== ".",
    modified: Y !== ".",
    inIndex: !/^0+$/.test(indexMode),
    committedId: isRegular(headMode) ? headId : undefined,
    indexedId: isRegular(indexMode) ? indexId : undefined,
  }));
}

function inRoot(repository: Repository, gitPath: string): readonly string[] | undefined {
  const path = repository.fromTop(gitPath);
  return path === undefined || path === "" ? undefined : [path];
}

/** Neither a link nor a submodule nor absent. */
function isRegular(mode: string): boolean {
  return mode.startsWith("100");
}
