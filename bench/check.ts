import { spawnSync } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { generateTree } from "./generate-tree.ts";
import { median } from "./median.ts";

const command = path.join(import.meta.dirname, "../bin/cross-write-check.js");
const VERBS = String.raw`\b(insert|update|delete|replace|merge|truncate|create|alter|drop)\b`;

interface Contender {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** Exit codes of a run that did its work. */
  readonly succeeds: (status: number | null) => boolean;
}

/** Times the whole process of `check` against ripgrep's on one thread, over the same generated tree. */
export function run(args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { files: { type: "string", default: "5000" }, seed: { type: "string", default: "1" }, runs: { type: "string", default: "7" } } });
  const tree = generateTree({ files: Number(values.files), seed: Number(values.seed) });
  console.log(`${tree.files} files, ${(tree.bytes / 1e6).toFixed(1)} MB, median of ${values.runs} alternating runs\n`);

  const ripgrep: Contender = { name: "rg -j1", program: "rg", args: ["-j1", "-i", "--count", VERBS, tree.root], succeeds: (status) => status === 0 };
  const contenders = [...(isInstalled("rg") ? [ripgrep] : []), ...checks(tree.root)];
  const times = measure(contenders, Number(values.runs));
  const baseline = times.get(ripgrep);
  for (const contender of contenders) {
    const time = times.get(contender)!;
    const ratio = baseline === undefined ? "" : `  ${(time / baseline).toFixed(2)} x rg`;
    const memory = contender.program === process.execPath ? `  ${peakMegabytes(contender).toFixed(0)} MB at most` : "";
    console.log(`${contender.name.padEnd(16)}${time.toFixed(0).padStart(6)} ms${ratio}${memory}`);
  }
  if (baseline === undefined) console.log("\nripgrep is not installed: no ratio (`apt-get install ripgrep`).");
}

/** Cold, and from the cache where the command has one. */
function checks(root: string): readonly Contender[] {
  const check = (name: string, ...flags: string[]): Contender => ({
    name,
    program: process.execPath,
    args: [command, "check", root, "--ownership", path.join(root, "ownership.yaml"), ...flags],
    succeeds: (status) => status === 0 || status === 1,
  });
  const hasCache = spawnSync(process.execPath, [command, "check", "--help"], { encoding: "utf8" }).stdout.includes("--no-cache");
  return hasCache ? [check("check, cold", "--no-cache"), check("check, cached")] : [check("check, cold")];
}

/** Median milliseconds; runs alternate so that a slow moment of the machine strikes all. */
function measure(contenders: readonly Contender[], runs: number): ReadonlyMap<Contender, number> {
  const times = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]));
  for (const contender of contenders) runOnce(contender);
  for (let i = 0; i < runs; i++) for (const contender of contenders) times.get(contender)!.push(runOnce(contender));
  return new Map(contenders.map((contender) => [contender, median(times.get(contender)!)]));
}

function runOnce({ name, program, args, succeeds }: Contender): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(program, [...args], { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  const time = performance.now() - started;
  if (!succeeds(status)) throw new Error(`${name} failed (${status}): ${stderr}`);
  return time;
}

/** Asked of the process itself at its end, in a run that is not timed. */
function peakMegabytes({ program, args }: Contender): number {
  const report = "data:text/javascript,process.on('exit',()=>process.stderr.write('peak='+process.resourceUsage().maxRSS))";
  const { stderr } = spawnSync(program, ["--import", report, ...args], { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  return Number(/peak=(\d+)/.exec(stderr)?.[1]) / 1024;
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ["--version"]).status === 0;
}
