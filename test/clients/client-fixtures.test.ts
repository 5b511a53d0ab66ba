import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { collectAccesses } from "../../src/check/check-project.ts";
import { clientLibraries } from "../../src/clients/index.ts";
import type { TableAccess } from "../../src/model/table-access.ts";
import { inMemoryProject } from "../in-memory-project.ts";

const FIXTURES = "fixtures/clients";

/** `-> update users, insert pets` behind a comment sign at the end of the line where the write's place begins. */
const EXPECTATION = /(?:\/\/|--)\s*->\s*(.+)$/;

const fixtures = readdirSync(FIXTURES).flatMap((language) => readdirSync(`${FIXTURES}/${language}`).map((name) => ({ language, name })));

describe("every client library finds the writes of its fixture, and nothing else", () => {
  it.each(fixtures)("$language/$name", ({ language, name }) => {
    const text = readFileSync(`${FIXTURES}/${language}/${name}`, "utf8");
    const { project, candidates } = inMemoryProject({ [name]: text });
    const writes = collectAccesses({ project, candidates, book: undefined }).accesses.filter(({ access }) => access.operation !== "read");
    expect(writes.map(({ access }) => said(access, text)).sort()).toEqual(expected(text).sort());
    const id = `${language}/${name.replace(/\.\w+$/, "")}`;
    expect(writes.map(({ access }) => access.via)).toContain(id);
  });

  it("has a fixture for every library", () => {
    const ids = fixtures.map(({ language, name }) => `${language}/${name.replace(/\.\w+$/, "")}`);
    expect(ids.sort()).toEqual(clientLibraries.map((library) => library.id).sort());
  });
});

function said(access: TableAccess, text: string): string {
  const line = text.slice(0, access.place.span.start).split("\n").length;
  return access.table ? `${line}: ${access.operation} ${access.table.name}` : `${line}: unresolved`;
}

function expected(text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const wanted = EXPECTATION.exec(line)?.[1];
    return wanted ? wanted.split(",").map((each) => `${index + 1}: ${each.trim()}`) : [];
  });
}
