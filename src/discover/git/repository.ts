import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { UserError } from "../../model/problem.ts";
import { runGit, type Environment, type GitResult } from "./run-git.ts";

/** The repository around a project, as seen from the project's root. */
export interface Repository {
  /** The top of the working tree; an absolute path. */
  readonly top: string;
  /** What leads from there to the root, with `/`; empty where they are the same. */
  readonly folder: string;
  /** Runs git at the top of the working tree; the result may be a failure. */
  attempt(args: readonly string[], input?: string): GitResult;
  /** The same; a failure is a UserError with git's own words. */
  run(args: readonly string[], input?: string): Buffer;
  /** A path from the top of the working tree as one from the root; undefined for what is neither below the root nor one of the files besides. */
  fromTop(gitPath: string): string | undefined;
}

/**
 * Opens the repository that holds `root`, an absolute path. Throws a UserError where there is none. `besides` are files that count
 * though they do not lie below the root; absolute paths.
 */
export function openRepository(root: string, env: Environment, besides: readonly string[] = []): Repository {
  const { top, environment } = findTop(root, env);
  const folder = path.relative(top, realpathSync(root)).split(path.sep).join("/");
  const prefix = folder === "" ? "" : `${folder}/`;
  const relatives = new Map(besides.map((file) => [toGitPath(top, file), path.relative(root, file).split(path.sep).join("/")]));
  const attempt: Repository["attempt"] = (args, input) => runGit(top, environment, args, input);
  return {
    top,
    folder,
    attempt,
    run(args, input) {
      const result = attempt(args, input);
      if (!result.succeeded) throw new UserError(`git ${args[0] ?? ""} failed: ${result.complaint}.`);
      return result.output;
    },
    fromTop: (gitPath) => (gitPath.startsWith(prefix) ? gitPath.slice(prefix.length) : relatives.get(gitPath)),
  };
}

/** Links in its folder are followed, as git does. */
function toGitPath(top: string, file: string): string {
  const folder = path.dirname(file);
  return path.relative(top, path.join(existsSync(folder) ? realpathSync(folder) : folder, path.basename(file))).split(path.sep).join("/");
}

/**
 * The top of the working tree, and the environment to run git there. A hook's GIT_DIR makes git take the folder that it runs in for the
 * top (https://git-scm.com/docs/git#_the_git_repository); where it names the repository that is found without it, it is left out.
 */
function findTop(root: string, env: Environment): { readonly top: string; readonly environment: Environment } {
  const { GIT_DIR: gitFolder, ...rest } = env;
  if (gitFolder === undefined || env["GIT_WORK_TREE"] !== undefined) return { top: ask(root, env).top, environment: env };
  const found = ask(root, rest);
  const same = isSameFolder(found.gitFolder, path.resolve(found.top, gitFolder)) || isSameFolder(found.gitFolder, path.resolve(root, gitFolder));
  return same ? { top: found.top, environment: rest } : { top: ask(root, env).top, environment: env };
}

function ask(root: string, env: Environment): { readonly top: string; readonly gitFolder: string } {
  const { succeeded, output, complaint } = runGit(root, env, ["rev-parse", "--show-toplevel", "--absolute-git-dir"]);
  if (!succeeded) throw new UserError(`\`${root}\` is in no git repository that can be used: ${complaint}. Run it inside a working tree, or give paths instead of --staged, --changed and --since.`);
  const [, top = "", gitFolder = ""] = /^(.*)\n(.*)\n$/s.exec(output.toString("utf8")) ?? [];
  return { top: path.normalize(top), gitFolder };
}

function isSameFolder(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}
