import ts from "typescript";
import { describe, expect, it } from "vitest";
import { codeFilesIn, nodesOf, placeIn, type CodeFile } from "./source-files.ts";

const LONGEST = 300;

/** Files that may be longer, each with its reason. */
const LONG_FILES: Readonly<Record<string, string>> = {
  "src/model/syntax.ts": "the syntax tree's types: one table of nouns",
};

/** Names that say nothing about what a file does. */
const EMPTY_NAMES = /(?:^|-)(?:utils?|helpers?|misc|manager|stuff)(?:\.|$)|^common(?:\.|$)/;

const shipped = codeFilesIn("src", "rules", "bin");
const all = [...shipped, ...codeFilesIn("tools", "test", "bench")];

describe("code files", () => {
  it(`have at most ${LONGEST} lines`, () => {
    const long = all.filter((file) => lineCount(file) > LONGEST && !(file.path in LONG_FILES));
    expect(long.map((file) => `${file.path} has ${lineCount(file)} lines`)).toEqual([]);
  });

  it("are excused from that only while they are longer", () => {
    const excused = Object.keys(LONG_FILES).filter((path) => !all.some((file) => file.path === path && lineCount(file) > LONGEST));
    expect(excused).toEqual([]);
  });

  it("are named for what they do, in small words", () => {
    const names = all.map((file) => file.path);
    expect(names.filter((path) => path.split("/").some((part) => EMPTY_NAMES.test(part)) || !/^[a-z0-9/.-]+$/.test(path))).toEqual([]);
  });

  it("have no default export but the plugin's", () => {
    expect(placesOf(shipped.filter(({ path }) => path !== "src/index.ts"), isDefaultExport)).toEqual([]);
  });

  it("use no `any`", () => {
    expect(placesOf(all, (node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
  });

  it("have no test that is left out or alone", () => {
    expect(placesOf(all, isFocusedOrSkipped)).toEqual([]);
  });
});

function lineCount({ text }: CodeFile): number {
  return text.split("\n").length - 1;
}

function placesOf(files: readonly CodeFile[], isOffence: (node: ts.Node) => boolean): string[] {
  return files.flatMap((file) => nodesOf(file).filter(isOffence).map((node) => placeIn(file, node)));
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node) || (ts.isExportSpecifier(node) && node.name.text === "default")) return true;
  return node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent);
}

/** `it.only`, `describe.skip`, `it.todo`: a condition with a name, `runIf` or `skipIf`, is what may leave a test out. */
function isFocusedOrSkipped(node: ts.Node): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    ["only", "skip", "todo", "fails"].includes(node.name.text) &&
    ts.isIdentifier(node.expression) &&
    ["it", "test", "describe"].includes(node.expression.text)
  );
}
