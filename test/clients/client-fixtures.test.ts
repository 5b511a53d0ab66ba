import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { collectAccesses } from "../../src/check/check-project.ts";
import { clientLibraries } from "../../src/clients/index.ts";
import type { TableAccess } from "../../src/model/table-access.ts";
import { inMemoryProject } from "../in-memory-project.ts";

const FIXTURES = "fixtures/clients";

/** `-> update users, insert pets` behind a comment sign at the end of the line where the write's place begins. */
const EXPECTATION = /(?:\/\/|--)\s*->\s*(.+)$/;

/** A fixture is a file, or a folder of files that belong together. */
const fixtures = readdirSync(FIXTURES).flatMap((language) => readdirSync(`${FIXTURES}/${language}`).map((name) => ({ language, name, id: `${language}/${name.replace(/\.\w+$/, "")}` })));

describe("every client library finds the writes of its fixture, and nothing else", () => {
  it.each(fixtures)("$language/$name", ({ language, name, id }) => {
    const files = filesOf(`${FIXTURES}/${language}/${name}`, name);
    const { project, candidates } = inMemoryProject(files);
    const writes = collectAccesses({ project, candidates, book: undefined }).accesses.filter(({ access }) => access.operation !== "read");
    expect(writes.map(({ access }) => said(access, files)).sort()).toEqual(Object.entries(files).flatMap(([path, text]) => expected(path, text)).sort());
    expect(writes.map(({ access }) => access.via)).toContain(id);
  });

  it("has a fixture for every library", () => {
    expect(fixtures.map(({ id }) => id).sort()).toEqual(clientLibraries.map((library) => library.id).sort());
  });
});

function filesOf(path: string, name: string): Readonly<Record<string, string>> {
  if (!statSync(path).isDirectory()) return { [name]: readFileSync(path, "utf8") };
  const inside = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((each) => statSync(`${path}/${each}`).isFile());
  return Object.fromEntries(inside.map((each) => [each, readFileSync(`${path}/${each}`, "utf8")]));
}

function said(access: TableAccess, files: Readonly<Record<string, string>>): string {
  const { path, span } = access.place;
  const line = files[path]!.slice(0, span.start).split("\n").length;
  return access.table ? `${path}:${line}: ${access.operation} ${access.table.name}` : `${path}:${line}: unresolved`;
}

function expected(path: string, text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const wanted = EXPECTATION.exec(line)?.[1];
    return wanted ? wanted.split(",").map((each) => `${path}:${index + 1}: ${each.trim()}`) : [];
  });
}
