import { UserError } from "../../model/problem.ts";
import { readChangedLines, type LineRange } from "./read-changed-lines.ts";
import type { Repository } from "./repository.ts";

/** How the working tree differs from a commit. Paths are relative to the root. */
export interface Changes {
  readonly files: readonly ChangedFile[];
  /** The commit, as its id. */
  readonly base: string;
  /** The lines of a file that are not in the commit, from 1, sorted. */
  linesOf(path: string): readonly LineRange[];
}

export interface ChangedFile {
  /** Undefined where the file is gone. */
  readonly path: string | undefined;
  /** Its path in the commit; undefined where it is new. */
  readonly oldPath: string | undefined;
  /** The object id of its content in the commit; undefined where it is new or was no regular file. */
  readonly oldId: string | undefined;
}

/** What changed in the working tree, files that git knows nothing of included, since HEAD and `ref` parted. */
export function readChangesSince(repository: Repository, ref: string): Changes {
  const base = mergeBase(repository, ref);
  const diff = ["diff", "--no-color", "--no-ext-diff", "--no-textconv", "--text", "--find-renames", "--ignore-submodules=all", "--inter-hunk-context=0"];
  const tracked = parseRaw(repository, repository.run([...diff, "--raw", "-z", "--no-abbrev", base, "--"]).toString("utf8"));
  const untracked = repository.run(["ls-files", "-z", "--others", "--exclude-standard"]).toString("utf8").split("\0").flatMap((path) => fromTop(repository, path));
  const lines = readChangedLines(repository.run([...diff, "--unified=0", "--src-prefix=a/", "--dst-prefix=b/", base, "--"]).toString("utf8"), (path) => repository.fromTop(path));
  const isNew = new Set(untracked);
  return {
    base,
    files: [...tracked, ...untracked.map((path) => ({ path, oldPath: undefined, oldId: undefined }))],
    linesOf: (path) => (isNew.has(path) ? [{ first: 1, last: Infinity }] : (lines.get(path) ?? [])),
  };
}

function mergeBase(repository: Repository, ref: string): string {
  const commit = repository.attempt(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if (!commit.succeeded) throw new UserError(`There is no commit \`${ref}\`${remoteHint(repository, ref)}`);
  const base = repository.attempt(["merge-base", "HEAD", toText(commit.output)]);
  if (base.succeeded) return toText(base.output);
  if (isShallow(repository)) throw new UserError(`This clone is too shallow to tell where HEAD and \`${ref}\` parted: fetch more history (git fetch --unshallow; in GitHub Actions fetch-depth: 0).`);
  throw new UserError(`HEAD and \`${ref}\` have no commit in common: give --since a branch that this one comes from.`);
}

function remoteHint(repository: Repository, ref: string): string {
  const remote = repository.attempt(["rev-parse", "--verify", "--quiet", "--end-of-options", `origin/${ref}^{commit}`]);
  if (remote.succeeded) return `, but there is \`origin/${ref}\`: give --since that.`;
  return isShallow(repository) ? ": this clone is shallow, fetch it first." : ": give --since a branch, a tag or a commit id.";
}

function isShallow(repository: Repository): boolean {
  return toText(repository.attempt(["rev-parse", "--is-shallow-repository"]).output) === "true";
}

/** `:MODE MODE ID ID STATUS`, then one path, or two of a rename or copy (https://git-scm.com/docs/git-diff#_raw_output_format). */
function parseRaw(repository: Repository, output: string): readonly ChangedFile[] {
  const files: ChangedFile[] = [];
  const records = output.split("\0");
  for (let i = 0; i + 1 < records.length; ) {
    const [oldMode = "", , oldId = "", , status = ""] = records[i++]!.split(" ");
    const [oldPath] = fromTop(repository, records[i++]!);
    const [path] = /^[RC]/.test(status) ? fromTop(repository, records[i++]!) : [oldPath];
    const isCopy = status.startsWith("C");
    const wasThere = !isCopy && oldMode.startsWith(":100");
    files.push({ path: status === "D" ? undefined : path, oldPath: wasThere ? oldPath : undefined, oldId: wasThere && oldPath !== undefined ? oldId : undefined });
  }
  return files;
}

function fromTop(repository: Repository, gitPath: string): readonly string[] {
  const path = gitPath === "" ? undefined : repository.fromTop(gitPath);
  return path === undefined ? [] : [path];
}

function toText(output: Buffer): string {
  return output.toString("utf8").trim();
}
