import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export const packageFolder = path.join(import.meta.dirname, "../..");

/** A file of the project's own code. `path` is relative to the package, with `/`. */
export interface CodeFile {
  readonly path: string;
  readonly text: string;
  /** `src/read`, `rules`, `bin`, `tools`, `test`: where the file lives; `src` for a file directly in it. */
  readonly room: string;
  readonly syntax: ts.SourceFile;
  /** What it imports, type imports too: `node:fs`, `yaml`, or a path relative to the package for its own files. */
  readonly imports: readonly string[];
}

/** Every code file below the folders named, sorted by path. */
export function codeFilesIn(...folders: readonly string[]): readonly CodeFile[] {
  return folders
    .flatMap((folder) => readdirSync(path.join(packageFolder, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(?:ts|js|mjs)$/.test(entry.name))
    .map((entry) => path.relative(packageFolder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort()
    .map(readCodeFile);
}

/** The names of what is directly in a folder, sorted. */
export function namesIn(folder: string): readonly string[] {
  return readdirSync(path.join(packageFolder, folder)).sort();
}

/** Every node of a file, in source order. */
export function nodesOf(file: CodeFile): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file.syntax);
  return nodes;
}

/** `src/read/lexer/scanner.ts:12`. */
export function placeIn(file: CodeFile, node: ts.Node): string {
  return `${file.path}:${file.syntax.getLineAndCharacterOfPosition(node.getStart(file.syntax)).line + 1}`;
}

function readCodeFile(file: string): CodeFile {
  const text = readFileSync(path.join(packageFolder, file), "utf8");
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) =>
    fileName.startsWith(".") ? path.posix.join(path.posix.dirname(file), fileName) : fileName,
  );
  return { path: file, text, room: roomOf(file), syntax: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), imports };
}

/** The room of a path relative to the package. */
export function roomOf(file: string): string {
  const [top = "", second = "", ...rest] = file.split("/");
  return top === "src" && rest.length > 0 ? `${top}/${second}` : top;
}
