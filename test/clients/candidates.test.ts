import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { markersOf } from "../../src/clients/markers.ts";
import { createPrefilter } from "../../src/discover/prefilter.ts";
import { inMemoryProject } from "../in-memory-project.ts";

const FIXTURES = "fixtures/clients";
const WANTS_WRITE = /(?:\/\/|--)\s*->\s*\S/;

const languages = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

it.each(languages)("reads the files whose calls alone write a table: %s", (language) => {
  const files = readdirSync(`${FIXTURES}/${language}`).filter((name) => /\.(?:go|ts)$/.test(name));
  const writing = files.filter((name) => WANTS_WRITE.test(readFileSync(`${FIXTURES}/${language}/${name}`, "utf8")));
  const left = writing.filter((name) => {
    const bytes = readFileSync(`${FIXTURES}/${language}/${name}`);
    const { project } = inMemoryProject({ [name]: bytes.toString("utf8") });
    return !createPrefilter({ markers: markersOf(project), reads: false })(withoutComments(bytes));
  });
  expect(left).toEqual([]);
  expect(writing.length).toBeGreaterThan(0);
});

/** What the comments of a fixture say must not make it a candidate. */
function withoutComments(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString("utf8").replace(/(?:\/\/|--)\s*->.*$/gm, ""));
}
