import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { generateTree } from "./generate-tree.ts";
import { median } from "./median.ts";

const command = path.join(import.meta.dirname, "../bin/cross-write-check.js");

/** Times the whole process of `check --staged` on a commit of some files in a large repository, against Node's own start. */
export function run(args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { files: { type: "string", default: "5000" }, staged: { type: "string", default: "10" }, runs: { type: "string", default: "11" } } });
  const tree = generateTree({ files: Number(values.files), seed: 1 });
  const repository = repositoryOf(tree.root);
  stage(repository, Number(values.staged));

  const start = timesOf(values.runs, [process.execPath, "-e", "0"], repository);
  const staged = timesOf(values.runs, [process.execPath, command, "--staged"], repository);
  const git = timesOf(values.runs, ["git", "status", "--porcelain=v2", "--untracked-files=all"], repository);
  console.log(`${values.staged} files staged of ${tree.files}, median of ${values.runs} runs\n`);
  console.log(`node -e 0       ${start.toFixed(0).padStart(6)} ms`);
  console.log(`git status      ${git.toFixed(0).padStart(6)} ms`);
  console.log(`check --staged  ${staged.toFixed(0).padStart(6)} ms  ${(staged / start).toFixed(2)} x node -e 0`);
}

/** A repository with everything committed, beside the tree; one that is there already is used again. */
function repositoryOf(tree: string): string {
  const repository = `${tree}-repository`;
  if (!existsSync(path.join(repository, ".git/HEAD"))) {
    rmSync(repository, { recursive: true, force: true });
    cpSync(tree, repository, { recursive: true });
    git(repository, "init", "--quiet");
    git(repository, "add", "--all");
    commit(repository);
  }
  return repository;
}

/** Changes files in every part of the repository and stages them, after whatever was staged before is committed. */
function stage(repository: string, count: number): void {
  if (git(repository, "status", "--porcelain") !== "") commit(repository);
  const sources = readdirSync(repository, { recursive: true, encoding: "utf8" }).filter((file) => /\.(?:go|tsx|sql)$/.test(file)).sort();
  const chosen = Array.from({ length: count }, (_, index) => sources[Math.floor(((index + 0.5) * sources.length) / count)]!);
  for (const file of chosen) appendFileSync(path.join(repository, file), file.endsWith(".sql") ? "-- looked over\n" : "// looked over\n");
  git(repository, "add", "--", ...chosen);
}

function commit(repository: string): void {
  git(repository, "-c", "user.name=Bench", "-c", "user.email=bench@clinic.example", "commit", "--quiet", "--all", "--message", "Work");
}

function git(repository: string, ...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: repository, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}

function timesOf(runs: string, [program, ...args]: readonly [string, ...string[]], cwd: string): number {
  const times = Array.from({ length: Number(runs) + 1 }, () => {
    const started = performance.now();
    const { status, stderr } = spawnSync(program, args, { cwd, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
    if (status !== 0 && status !== 1) throw new Error(`${program} failed (${status}): ${stderr}`);
    return performance.now() - started;
  });
  return median(times.slice(1));
}
