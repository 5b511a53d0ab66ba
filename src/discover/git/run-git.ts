import { spawnSync } from "node:child_process";
import { UserError } from "../../model/problem.ts";

/** The environment of a process: hooks tell in it which repository and which index they mean. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface GitResult {
  readonly succeeded: boolean;
  readonly output: Buffer;
  /** git's own words on one line, what it says besides the failure left out. */
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
  return { succeeded: status === 0, output: stdout, complaint: complaintOf(stderr.toString("utf8")) };
}

/** From the line that says what failed on: `fatal: detected dubious ownership …` goes on with what to do. */
function complaintOf(text: string): string {
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  const failure = lines.findIndex((line) => /^(?:fatal|error): /.test(line));
  return lines.slice(Math.max(0, failure)).join(" ").replace(/^(?:fatal|error): /, "").replace(/\.$/, "");
}
