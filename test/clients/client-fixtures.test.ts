import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ClientCase, clientCases } from "../../fixtures/clients/cases.ts";
import { clientLibraries } from "../../src/clients/index.ts";
import { expectedLines, type FixtureFiles, filesOfFixture, linesOf, writesIn } from "../marked-writes.ts";

const FIXTURES = "fixtures/clients";

/** A fixture is a file, or a folder of files that belong together. */
const fixtures = readdirSync(FIXTURES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: language }) => readdirSync(`${FIXTURES}/${language}`).map((name) => ({ id: `${language}/${name.replace(/\.\w+$/, "")}`, path: `${FIXTURES}/${language}/${name}` })));

describe("every client library finds the writes of its fixture, and nothing else", () => {
  it.each(fixtures)("$id", ({ id, path }) => {
    const files = filesOfFixture(path);
    const writes = writesIn(files);
    expect(linesOf(writes, files)).toEqual(expectedLines(files));
    expect(writes.map(({ via }) => via)).toContain(id);
  });

  it("has a fixture for every library", () => {
    expect(fixtures.map(({ id }) => id).sort()).toEqual(clientLibraries.map((library) => library.id).sort());
  });
});

describe("every client library answers every case, or says why it does not", () => {
  it.each(clientCases)("$name: $asks", (asked) => {
    const silent = fixtures.filter(({ id, path }) => asked.skipped?.[id] === undefined && !shows(filesOfFixture(path), asked));
    expect(silent.map(({ path }) => path), "show it there, or say why not under `skipped` in fixtures/clients/cases.ts").toEqual([]);
  });

  it.each(clientCases)("$name is skipped only where nothing shows it", (asked) => {
    const skipped = Object.entries(asked.skipped ?? {});
    const paths = new Map(fixtures.map(({ id, path }) => [id, path]));
    expect(skipped.filter(([id, reason]) => reason.trim() === "" || !paths.has(id) || shows(filesOfFixture(paths.get(id)!), asked))).toEqual([]);
  });
});

function shows(files: FixtureFiles, { name, shownBy }: ClientCase): boolean {
  const operations = new Set(expectedLines(files).map((line) => line.split(" ")[1]));
  return shownBy.some((operation) => operations.has(operation)) || Object.values(files).some((text) => text.includes(`case: ${name}`));
}
