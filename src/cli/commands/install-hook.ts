import { existsSync, lstatSync, readFileSync } from "node:fs";
import path from "node:path";
import { hooksFolder } from "../../discover/git/hooks-folder.ts";
import { openRepository, type Repository } from "../../discover/git/repository.ts";
import { UserError } from "../../model/problem.ts";
import { findOwnership } from "../../ownership/load-ownership.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { holds } from "../locate-root.ts";
import type { Streams } from "../streams.ts";
import { writeWholeFile } from "../write-whole-file.ts";

/** Installs a git hook that checks what is about to be committed. Throws a UserError where there is no ownership.yaml to judge by, or another hook. */
export function installHook(streams: Streams): ExitCode {
  const ownership = findOwnership(streams.cwd);
  if (ownership === undefined) throw new UserError(`There is no ownership.yaml in \`${streams.cwd}\` or above it, and the hook has nothing to judge by: \`cross-write-check init\` writes one.`);
  const root = path.dirname(ownership);
  const repository = openRepository(root, streams.env);
  const folder = hooksFolder(repository);
  if (!isOwnFolder(folder, repository)) {
    throw new UserError(`git runs hooks from \`${folder}\`, which is not in this repository and may serve others: add the line \`${checkLine(repository.folder)}\` to a hook for this one.`);
  }
  const file = path.join(folder, "pre-commit");
  if (isForeign(file)) throw new UserError(`There is another hook in \`${file}\`, which stays as it is: add the line \`${checkLine(repository.folder)}\` to it.`);
  writeWholeFile(file, hookText(repository.folder), 0o777);
  streams.stdout.write(`Installed ${path.relative(streams.cwd, file)}: every commit is checked. \`git commit --no-verify\` skips it.\n`);
  return exitCodes.clean;
}

const OWN_MARK = "# Installed by cross-write-check init --hook.";

/** In the working tree or in the repository's own folder, which worktrees share. */
function isOwnFolder(folder: string, repository: Repository): boolean {
  const common = repository.run(["rev-parse", "--git-common-dir"]).toString("utf8").replace(/\n$/, "");
  return [repository.top, path.resolve(repository.top, common)].some((own) => holds(own, folder));
}

/** A link that leads nowhere is somebody's too. */
function isForeign(file: string): boolean {
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return false;
  return !existsSync(file) || !readFileSync(file, "utf8").includes(OWN_MARK);
}

/** `folder` leads from the top of the working tree, where hooks run, to the root. */
function hookText(folder: string): string {
  return `#!/bin/sh
${OWN_MARK}
# It checks what is about to be committed; \`git commit --no-verify\` skips it.
PATH="${folder === "" ? "" : `$PWD/"${quote(folder)}"/node_modules/.bin:`}$PWD/node_modules/.bin:$PATH"
command -v cross-write-check > /dev/null || {
  echo "cross-write-check is neither in node_modules nor on the PATH: install it, or commit with --no-verify." >&2
  exit 1
}
exec ${checkLine(folder)}
`;
}

function checkLine(folder: string): string {
  return `cross-write-check --staged --no-progress${folder === "" ? "" : ` -- ${quote(folder)}`}`;
}

/** A word of a shell's command line, whatever is in it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
