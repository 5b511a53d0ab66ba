import { execFileSync } from "node:child_process";
import { buildSync } from "esbuild";
import { loadModule, parseSync } from "libpg-query";
import type { Dialect } from "../src/model/sql-statement.ts";
import { loadParser } from "../src/sql/load-parser.ts";
import { readSql } from "../src/sql/read-sql.ts";
import { dialects } from "../src/sql/dialects/index.ts";
import { fuzz } from "./sql-fuzz.ts";
import { hardTexts, statementInputs } from "./sql-inputs.ts";
import type { SqlInput } from "./sql-inputs.ts";

const defaultFuzzed = 1_000_000;
const memoryText = 8 << 20;

/** Prints the SQL reader's figures. An argument is the number of fuzzed inputs (default 1,000,000). */
export async function run(args: readonly string[]): Promise<void> {
  const inputs = statementInputs();
  await printThroughput(inputs);
  printLinearity();
  printMemory();
  printColdStart();
  const fuzzed = Number(args[0] ?? defaultFuzzed);
  const seconds = timed(() => fuzz(inputs, fuzzed)) / 1000;
  print("Fuzzed", [["inputs", "failures", "seconds"], [fuzzed.toLocaleString("en"), "0", seconds.toFixed(1)]]);
}

async function printThroughput(inputs: readonly SqlInput[]): Promise<void> {
  await loadModule();
  const postgres = inputs.filter(({ dialect }) => dialect === "postgres");
  const ours = perSecond(inputs, ({ sql, dialect }) => readSql(sql, { dialect, taken: true }), 10);
  const loose = perSecond(inputs, ({ sql }) => readSql(sql, { dialect: "generic", taken: false }), 10);
  const theirs = perSecond(inputs, ({ sql, dialect }) => attempt(() => parserOf(dialect)?.parse(sql)), 1);
  const grammar = postgres.length === 0 ? undefined : perSecond(postgres, ({ sql }) => attempt(() => parseSync(sql)), 2);
  print(`Statements a second (${inputs.length} statements)`, [
    ["reader", "statements/s", "times node-sql-parser"],
    ["this reader", round(ours), (ours / theirs).toFixed(1)],
    ["this reader, dialect unknown", round(loose), (loose / theirs).toFixed(1)],
    ["libpg-query", grammar === undefined ? "no statements" : round(grammar), grammar === undefined ? "" : (grammar / theirs).toFixed(1)],
    ["node-sql-parser", round(theirs), "1.0"],
  ]);
}

function printLinearity(): void {
  const length = 1 << 20;
  const rows = hardTexts.map(({ name, of }) => {
    const [single, double] = [length, 2 * length].map((size) => fastest(of(size)));
    return [name, `${single!.toFixed(1)} ms`, `${double!.toFixed(1)} ms`, (double! / single!).toFixed(2)];
  });
  print("Time for 1 MB and 2 MB", [["text", "1 MB", "2 MB", "fold"], ...rows]);
}

/** How much larger a process gets that reads a text of 8 MB than one that only holds it, as a multiple of the text. */
function printMemory(): void {
  const rows = hardTexts.map(({ name }) => {
    const [held, read] = [false, true].map((reads) => peakOf(name, reads));
    return [name, ((read! - held!) / memoryText).toFixed(1)];
  });
  print("Memory to read 8 MB", [["text", "times the text"], ...rows]);
}

function peakOf(name: string, reads: boolean): number {
  const script = `
    const { readSql } = await import(${JSON.stringify(new URL("../src/sql/read-sql.ts", import.meta.url).href)});
    const { hardTexts } = await import(${JSON.stringify(new URL("./sql-inputs.ts", import.meta.url).href)});
    const text = Buffer.from(hardTexts.find((text) => text.name === ${JSON.stringify(name)}).of(${memoryText})).toString("latin1");
    readSql(${reads} ? text : "SELECT 1", { dialect: "generic", taken: true });
    console.log(process.resourceUsage().maxRSS * 1024);`;
  return Number(execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { encoding: "utf8" }));
}

/** The bundled reader, loaded and used once by a process of its own. */
function printColdStart(): void {
  const bundled = buildSync({ entryPoints: [new URL("../src/sql/read-sql.ts", import.meta.url).pathname], bundle: true, platform: "node", format: "cjs", write: false, minify: true }).outputFiles[0]!.text;
  const script = `
    const source = ${JSON.stringify(bundled)};
    const start = process.hrtime.bigint();
    const module_ = { exports: {} };
    new Function("module", "exports", "require", source)(module_, module_.exports, require);
    module_.exports.readSql("UPDATE users SET name = ? WHERE id = ?", { dialect: "sqlite", taken: true });
    console.log(Number(process.hrtime.bigint() - start) / 1e6);`;
  const times = Array.from({ length: 9 }, () => Number(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" }))).sort((a, b) => a - b);
  print("Cold start: evaluate the bundle and read one statement", [["fastest", "median"], [`${times[0]!.toFixed(2)} ms`, `${times[4]!.toFixed(2)} ms`]]);
}

function perSecond(inputs: readonly SqlInput[], read: (input: SqlInput) => void, rounds: number): number {
  for (const input of inputs) read(input);
  const best = Math.min(...Array.from({ length: 3 }, () => timed(() => {
    for (let round = 0; round < rounds; round++) for (const input of inputs) read(input);
  })));
  return (inputs.length * rounds * 1000) / best;
}

function fastest(text: string): number {
  return Math.min(...Array.from({ length: 5 }, () => timed(() => readSql(text, { dialect: "generic", taken: true }))));
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function parserOf(dialect: Dialect): ReturnType<typeof loadParser> {
  const { parserBuild } = dialects[dialect];
  return parserBuild === undefined ? undefined : loadParser(parserBuild);
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // A statement that it cannot parse costs its time all the same.
  }
}

function round(figure: number): string {
  return Math.round(figure).toLocaleString("en");
}

function print(title: string, rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join("  "));
  console.log(`\n${title}\n${lines.join("\n")}`);
}
