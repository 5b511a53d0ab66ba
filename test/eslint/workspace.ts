import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { rules } from "../../rules/index.ts";
import { checkProject } from "../../src/check/check-project.ts";
import { openProject } from "../../src/check/open-project.ts";
import { ruleSeverities } from "../../src/judge/rule-severities.ts";
import { clientLibraries } from "../../src/clients/index.ts";
import type { Finding } from "../../src/model/finding.ts";
import { compileOwnership } from "../../src/ownership/compile-ownership.ts";
import { loadOwnership } from "../../src/ownership/load-ownership.ts";

export const packageFolder = path.join(import.meta.dirname, "../..");
export const today = new Date().toISOString().slice(0, "2026-11-23".length);

/** Every table is main's, and all code but main's is the clinic's: each write that is found is a finding. */
export const everythingForeign = `version: 1
services:
  main: { paths: [main/**], api: { name: Main API, url: "http://localhost:8000" }, owns: ["*"] }
  clinic: { paths: ["**"] }
`;

/** A package.json that requires every client library of its language. */
export const everyLibrary = JSON.stringify({ dependencies: Object.fromEntries(clientLibraries.flatMap(({ language, modules }) => (language === "typescript" ? modules.map((module) => [module, "*"]) : []))) });

/** A folder of its own with files in it, gone after the tests of the file that asks. */
export function createWorkspace(files: Readonly<Record<string, string>>, copied?: string): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "cross-write-eslint-")));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  if (copied !== undefined) cpSync(path.join(packageFolder, copied), root, { recursive: true });
  for (const [name, text] of Object.entries(files)) write(root, name, text);
  return root;
}

export function write(root: string, name: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
}

/** Every file of a folder with one of these endings, relative to it. */
export function filesIn(root: string, endings: readonly string[]): readonly string[] {
  const inside = readdirSync(root, { recursive: true, encoding: "utf8" }).map((each) => each.split(path.sep).join("/"));
  return inside.filter((each) => endings.some((ending) => each.endsWith(ending)) && !each.includes("node_modules/") && statSync(path.join(root, each)).isFile()).sort();
}

/** What the command finds in a folder, with every rule that the strict preset has on. */
export function checkFolder(root: string): readonly Finding[] {
  const { project, candidatesIn } = openProject({ root });
  const { ownership, mistakes } = loadOwnership(path.join(root, "ownership.yaml"), root, project.paths);
  if (!ownership) throw new Error(mistakes.map(({ message }) => message).join("\n"));
  const severities = ruleSeverities(rules, "strict", ownership, new Map());
  const { findings } = checkProject({ project, candidates: candidatesIn([""], { reads: ownership.reads === "deny" }), book: compileOwnership(ownership), rules: severities, today });
  return findings.filter(({ state }) => state === "new");
}
