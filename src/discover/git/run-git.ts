import { spawnSync } from "node:child_process";
import { UserError } from "../../model/problem.ts";

/** The environment of a process: hooks tell in it which repository and which index they mean. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface GitResult {
  readonly succeeded: boolean;
  readonly output: Buffer;
  /** git's own words: the last line of what it complains. */
  readonly complaint: string;
}

/** Runs git in a folder, without a shell and without taking locks. Throws a UserError where there is no git. */
export function runGit(folder: string, env: Environment, args: readonly string[], input?: string): GitResult {
  const { error, status, stdout, stderr } = spawnSync("git", ["--no-optional-locks", ...args], {
    cwd: folder,
    env: { ...env, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0" },
    maxBuffer: Infinity,
    windowsHide: true,
    ...(input === undefined ? {} : { input }),
  });
  if (error !== undefined) {
    const missing = "code" in error && error.code === "ENOENT";
    throw new UserError(missing ? "git cannot be found: install it, or put it on the PATH." : `git cannot be run: ${error.message}.`);
  }
  const complaint = stderr.toString("utf8").trim().split("\n").at(-1) ?? "";
  return { succeeded: status === 0, output: stdout, complaint: complaint.replace(/^(?:fatal|error): /, "") };
}
