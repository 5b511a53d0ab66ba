import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clientLibraries } from "../../src/clients/index.ts";
import { expectedLines, filesOfFixture, linesOf, writesIn } from "../marked-writes.ts";

const FIXTURES = "fixtures/clients";

/** A fixture is a file, or a folder of files that belong together. */
const fixtures = readdirSync(FIXTURES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: language }) => readdirSync(`${FIXTURES}/${language}`).map((name) => ({ language, name, id: `${language}/${name.replace(/\.\w+$/, "")}` })));

describe("every client library finds the writes of its fixture, and nothing else", () => {
  it.each(fixtures)("$language/$name", ({ language, name, id }) => {
    const files = filesOfFixture(`${FIXTURES}/${language}/${name}`);
    const writes = writesIn(files);
    expect(linesOf(writes, files)).toEqual(expectedLines(files));
    expect(writes.map(({ via }) => via)).toContain(id);
  });

  it("has a fixture for every library", () => {
    expect(fixtures.map(({ id }) => id).sort()).toEqual(clientLibraries.map((library) => library.id).sort());
  });
});
