import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { Language, Parser } from "web-tree-sitter";
import { createRequire } from "node:module";
import type { SourceFile } from "../src/model/source-file.ts";
import { walkSyntax } from "../src/model/walk-syntax.ts";
import { languageOf } from "../src/read/languages/index.ts";
import { lexicalRules as goRules } from "../src/read/languages/go/lexical-rules.ts";
import { lexicalRules as typescriptRules } from "../src/read/languages/typescript/lexical-rules.ts";
import { compileRules } from "../src/read/lexer/compile-rules.ts";
import { scanTokens } from "../src/read/lexer/scan-tokens.ts";
import { readSource } from "../src/read/read-source.ts";

const rounds = 7;
const rules = { go: compileRules(goRules), typescript: compileRules(typescriptRules(true)) };

/** Prints how fast source files are read: those of the folder given, or the project's own. Times are of the processor, the best of several rounds. */
export async function run(args: readonly string[]): Promise<void> {
  const root = args[0] ?? path.join(import.meta.dirname, "..");
  const parsers = { go: await treeSitter(), typescript: typescript };
  for (const language of ["go", "typescript"] as const) {
    const files = filesIn(root, language);
    const megabytes = files.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
    if (megabytes === 0) continue;
    console.log(`${language}: ${files.length} files, ${megabytes.toFixed(1)} MB`);
    print("tokens", megabytes, files, ({ text }) => scanTokens(text, rules[language]));
    print("model, declarations skimmed", megabytes, files, (file) => readSource(file).scope.bindings.size);
    print("model, bodies read", megabytes, files, readBodies);
    print("model, all names assigned found", megabytes, files, readScopes);
    print(language === "go" ? "tree-sitter" : "typescript", megabytes, files, parsers[language]);
  }
}

function readBodies(file: SourceFile): void {
  walkSyntax(readSource(file).statements, () => true);
}

/** Everything there is: bodies, scopes, and for each name its assignments. */
function readScopes(file: SourceFile): number {
  const model = readSource(file);
  let assignments = 0;
  walkSyntax(model.statements, (node) => {
    if (node.kind !== "function") return;
    for (const binding of model.scopeAt(node.span.end - 1).bindings.values()) assignments += binding.assignments.length;
  });
  return assignments;
}

async function treeSitter(): Promise<(file: SourceFile) => void> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve("@vscode/tree-sitter-wasm/wasm/tree-sitter-go.wasm")));
  return ({ text }) => parser.parse(text)?.delete();
}

function typescript({ path: name, text }: SourceFile): void {
  ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
}

function filesIn(root: string, language: string): readonly SourceFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, name: path.join(entry.parentPath, entry.name) }))
    .filter(({ entry, name }) => entry.isFile() && languageOf(name) === language && !/[/\\](?:node_modules|dist)[/\\]/.test(name))
    .map(({ name }) => ({ path: name, text: readFileSync(name, "utf8"), language }));
}

function print(title: string, megabytes: number, files: readonly SourceFile[], read: (file: SourceFile) => unknown): void {
  const times = Array.from({ length: rounds }, () => processorTime(() => files.forEach(read)));
  const best = Math.min(...times);
  console.log(`  ${title.padEnd(34)} ${(best / megabytes).toFixed(1).padStart(6)} ms/MB ${((megabytes / best) * 1000).toFixed(0).padStart(5)} MB/s, cold ${(times[0]! / megabytes).toFixed(1)} ms/MB`);
}

/** Milliseconds that this process computed. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
