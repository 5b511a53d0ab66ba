import { ESLint, type Linter, type Rule } from "eslint";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import tseslint from "typescript-eslint";
import plugin from "../src/index.ts";
import { generateTree } from "./generate-tree.ts";
import { median } from "./median.ts";

/** A rule that looks at nothing: what linting costs without us. */
const nothing: Rule.RuleModule = { meta: { languages: ["*"] } as Rule.RuleMetaData, create: () => ({}) };
const withoutUs: Linter.Config = { plugins: { none: { rules: { nothing } } }, rules: { "none/nothing": "error" } };
const typescript: Linter.Config = { files: ["**/*.{ts,tsx}"], languageOptions: { parser: tseslint.parser } };

/** Times linting with our rules against linting without any, and an editor's questions about one file. Linting runs in this process. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { files: { type: "string", default: "5000" }, seed: { type: "string", default: "1" }, runs: { type: "string", default: "5" } } });
  const { root, files } = generateTree({ files: Number(values.files), seed: Number(values.seed) });
  const runs = Number(values.runs);
  const ours = [...plugin.configs.strict];
  const languages = ours.map(({ rules: _, ...rest }) => rest);

  console.log(`${files} files, median of ${runs} alternating runs\n`);
  const [go] = await Promise.all([eslintOf(root, [...ours]).lintFiles(["**/*.go"]).then(([first]) => first)]);
  firstLints(root, go?.filePath ?? "", runs);
  await editOneFile(root, go?.filePath ?? "");
  for (const pattern of ["**/*.{ts,tsx}", "**/*.go"]) {
    const without = eslintOf(root, [typescript, ...languages, withoutUs]);
    const withRules = eslintOf(root, [typescript, ...ours, withoutUs]);
    const times: [number[], number[]] = [[], []];
    for (let i = 0; i < runs; i++) {
      times[0].push(await timeOf(() => without.lintFiles([pattern])));
      times[1].push(await timeOf(() => withRules.lintFiles([pattern])));
    }
    const [alone, together] = [median(times[0]), median(times[1])];
    console.log(`${pattern.padEnd(10)} without us ${alone.toFixed(0)} ms, with us ${together.toFixed(0)} ms: ${(together / alone).toFixed(2)} times`);
  }
}

function eslintOf(root: string, overrideConfig: Linter.Config[]): ESLint {
  return new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig });
}

/** Each in a process of its own, with the plugin as it is packed: ESLint without a rule, with ours when nothing is kept of the project, and when it is. */
function firstLints(root: string, file: string, runs: number): void {
  const cache = mkdtempSync(path.join(tmpdir(), "cross-write-bench-"));
  const lint = (what: "nothing" | "ours"): number => Number(execFileSync(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "first-lint.ts"), what, root, file], { env: { ...process.env, XDG_CACHE_HOME: cache }, encoding: "utf8" }));
  const times: Record<"nothing" | "cold" | "kept", number[]> = { nothing: [], cold: [], kept: [] };
  for (let i = 0; i < runs; i++) {
    rmSync(cache, { recursive: true, force: true });
    times.nothing.push(lint("nothing"));
    times.cold.push(lint("ours"));
    times.kept.push(lint("ours"));
  }
  const nothing = median(times.nothing);
  console.log(`first lint of a process: ${nothing.toFixed(0)} ms without us, ${(median(times.cold) - nothing).toFixed(0)} ms more when the project is read, ${(median(times.kept) - nothing).toFixed(0)} ms more when it was before\n`);
}

/** The first question reads the whole project; what an editor asks at every stroke comes after it. */
async function editOneFile(root: string, file: string): Promise<void> {
  const settings = { "cross-write": { baseline: "bench-baseline.json" } };
  const eslint = eslintOf(root, [...plugin.configs.strict, { settings }]);
  const text = toLines(readFileSync(file, "utf8"), 1000);
  const filePath = path.join(path.dirname(file), path.basename(file));
  const first = await timeOf(() => eslint.lintText(text, { filePath }));
  const strokes: number[] = [];
  for (let i = 0; i < 50; i++) strokes.push(await timeOf(() => eslint.lintText(`${text}// ${i}\n`, { filePath })));
  console.log(`first lint of a file ${first.toFixed(0)} ms (the project is read), again ${median(strokes).toFixed(1)} ms at 1,000 lines\n`);
}

/** A file with as many lines: its own, and functions that are like its last. */
function toLines(text: string, count: number): string {
  const lines = text.split("\n");
  for (let i = 0; lines.length < count; i++) lines.push(`func reminder${i}(name string) string {`, `\treturn "Dear " + name`, "}", "");
  return lines.join("\n");
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
