import { readdirSync, readFileSync, statSync } from "node:fs";
import { collectAccesses } from "../src/check/check-project.ts";
import type { TableAccess } from "../src/model/table-access.ts";
import { inMemoryProject } from "./in-memory-project.ts";

/** `-> update users, insert pets` behind a comment sign at the end of the line where the write's place begins. */
const EXPECTATION = /(?:\/\/|--)\s*->\s*(.+)$/;

/** Texts by path, of a file or of a folder of files that belong together. */
export type FixtureFiles = Readonly<Record<string, string>>;

export function filesOfFixture(path: string): FixtureFiles {
  if (!statSync(path).isDirectory()) return { [path.slice(path.lastIndexOf("/") + 1)]: readFileSync(path, "utf8") };
  const inside = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((each) => statSync(`${path}/${each}`).isFile());
  return Object.fromEntries(inside.map((each) => [each, readFileSync(`${path}/${each}`, "utf8")]));
}

/** The writes that a check finds in the files. */
export function writesIn(files: FixtureFiles): readonly TableAccess[] {
  const { project, candidates } = inMemoryProject(files);
  return collectAccesses({ project, candidates, book: undefined }).accesses.map(({ access }) => access).filter(({ operation, toldBy }) => operation !== "read" && !toldBy);
}

/** Writes as sorted lines, `pets.go:7: update pets`. */
export function linesOf(writes: readonly TableAccess[], files: FixtureFiles): readonly string[] {
  return writes.map((write) => lineOf(write, files)).sort();
}

/** The same lines, as the files' comments expect them. */
export function expectedLines(files: FixtureFiles): readonly string[] {
  return Object.entries(files).flatMap(([path, text]) => expectedIn(path, text)).sort();
}

function lineOf({ place: { path, span }, table, operation }: TableAccess, files: FixtureFiles): string {
  const line = files[path]!.slice(0, span.start).split("\n").length;
  return table ? `${path}:${line}: ${operation} ${table.name}` : `${path}:${line}: unresolved`;
}

function expectedIn(path: string, text: string): readonly string[] {
  return text.split("\n").flatMap((line, index) => {
    const wanted = EXPECTATION.exec(line)?.[1];
    return wanted ? wanted.split(",").map((each) => `${path}:${index + 1}: ${each.trim()}`) : [];
  });
}
