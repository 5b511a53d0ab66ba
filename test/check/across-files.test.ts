import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { collectAccesses } from "../../src/check/check-project.ts";
import { openProject } from "../../src/check/open-project.ts";

const FIXTURES = "fixtures/across-files";

/** `-> update users, insert pets` behind a comment sign at the end of the line where the write's place begins. */
const EXPECTATION = /(?:\/\/|--)\s*->\s*(.+)$/;

describe("what one file says decides what another one writes", () => {
  it.each(readdirSync(FIXTURES))("%s", (name) => {
    const root = path.resolve(FIXTURES, name);
    const opened = openProject({ root });
    const { accesses } = collectAccesses({ project: opened.project, candidates: opened.candidatesIn([""]), book: undefined });
    const texts = new Map(opened.project.paths.map((file) => [file, readFileSync(path.join(root, file), "utf8")]));
    const found = accesses.flatMap(({ access }) => {
      if (access.operation === "read" || access.toldBy) return [];
      const { path: file, span } = access.place;
      const line = texts.get(file)!.slice(0, span.start).split("\n").length;
      return [`${file}:${line} ${access.table ? `${access.operation} ${access.table.name}` : "unresolved"}`];
    });
    expect(found.sort()).toEqual([...texts].flatMap(([file, text]) => expectedIn(file, text)).sort());
  });
});

function expectedIn(file: string, text: string): readonly string[] {
  return text.split("\n").flatMap((line, index) => {
    const expected = EXPECTATION.exec(line)?.[1]?.split(",") ?? [];
    return expected.map((each) => `${file}:${index + 1} ${each.trim()}`);
  });
}
