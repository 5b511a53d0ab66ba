import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { run } from "../../src/cli/run.ts";
import { recordStreams } from "../cli/recorded-streams.ts";

/** What git is told of a test's world: nobody's own configuration, and always the same author. */
export const GIT_WORLD: Readonly<Record<string, string>> = {
  PATH: process.env["PATH"] ?? "",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@clinic.example",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@clinic.example",
};

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A repository in a folder of its own, which goes with the test. */
export interface TestRepository {
  readonly folder: string;
  git(...args: string[]): string;
  write(files: Readonly<Record<string, string>>): void;
  remove(...files: string[]): void;
  read(file: string): string;
  /** Stages everything and commits it. */
  commit(message?: string): void;
  /** Runs the command in the repository, or in a folder of it. */
  check(args: readonly string[], settings?: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>>; readonly now?: () => Date; readonly cacheFolder?: string }): Outcome;
  /** The findings of a run, a line each, without severity and help: `backend/clinic/pets.go:6 use-owner-api pets`. */
  findings(...args: string[]): readonly string[];
}

export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "cross-write-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function createRepository(files: Readonly<Record<string, string>> = {}, folder = emptyFolder()): TestRepository {
  mkdirSync(folder, { recursive: true });
  const repository = openTestRepository(folder);
  repository.git("init", "--quiet", "--initial-branch=main", ".");
  repository.write(files);
  return repository;
}

/** A repository that is there already: a clone, a worktree. */
export function openTestRepository(folder: string): TestRepository {
  const absolute = (file: string): string => path.join(folder, file);
  const git: TestRepository["git"] = (...args) => execFileSync("git", args, { cwd: folder, env: GIT_WORLD, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const check: TestRepository["check"] = (args, { cwd = ".", env = {}, now, cacheFolder } = {}) => {
    const { streams, out, err } = recordStreams({ cwd: absolute(cwd), env: { ...GIT_WORLD, ...env } });
    return { code: run(args, { ...streams, ...(now && { now }), ...(cacheFolder !== undefined && { cacheFolder }) }), out: out(), err: err() };
  };
  return {
    folder,
    git,
    check,
    write(texts) {
      for (const [file, text] of Object.entries(texts)) {
        mkdirSync(path.dirname(absolute(file)), { recursive: true });
        writeFileSync(absolute(file), text);
      }
    },
    remove: (...list) => list.forEach((file) => rmSync(absolute(file))),
    read: (file) => readFileSync(absolute(file), "utf8"),
    commit(message = "Work") {
      git("add", "--all");
      git("commit", "--quiet", "--no-verify", "--allow-empty", "--message", message);
    },
    findings(...args) {
      const { code, out, err } = check([...args, "--reporter", "json"]);
      if (code === 2) throw new Error(err);
      const { findings } = JSON.parse(out) as { readonly findings: readonly JsonFinding[] };
      return findings.filter(({ state }) => state === "new").map(({ path: file, range, rule, table }) => [`${file}:${range.start.line}`, rule, table].filter(Boolean).join(" "));
    },
  };
}

interface JsonFinding {
  readonly path: string;
  readonly range: { readonly start: { readonly line: number } };
  readonly rule: string;
  readonly table: string | null;
  readonly state: string;
}
