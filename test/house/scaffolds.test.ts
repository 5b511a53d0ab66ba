import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { addToList } from "../../tools/add-to-list.ts";
import { scaffolds } from "../../tools/scaffolds.ts";
import { packageFolder } from "./source-files.ts";

const EXAMPLES = [
  { kind: "rule", name: "no-night-write", entry: "noNightWrite" },
  { kind: "reporter", name: "night-paper", entry: "nightPaper" },
  { kind: "language", name: "night-script", entry: "nightScript" },
  { kind: "client", name: "go/night-db", entry: "nightDb" },
];

function read(file: string): string {
  return readFileSync(path.join(packageFolder, file), "utf8");
}

describe("npm run new", () => {
  it.each(EXAMPLES)("$kind: makes files that are not there and a line in a list that is", ({ kind, name, entry }) => {
    const { files, lists } = scaffolds[kind]!(name, read);
    expect(Object.keys(files).filter((file) => existsSync(path.join(packageFolder, file)))).toEqual([]);
    for (const line of lists) {
      const added = addToList(read(line.file), line);
      expect(added.split(new RegExp(`\\b${entry}\\b`)).length - 1).toBe(2);
      expect(added.length - read(line.file).length).toBeGreaterThan(entry.length);
    }
  });

  it("makes code that compiles", () => {
    const overlay = new Map<string, string>();
    for (const { kind, name } of EXAMPLES) {
      const { files, lists } = scaffolds[kind]!(name, read);
      for (const [file, text] of Object.entries(files)) overlay.set(path.join(packageFolder, file), text);
      for (const line of lists) overlay.set(path.join(packageFolder, line.file), addToList(read(line.file), line));
    }
    expect(diagnosticsOf(overlay)).toEqual([]);
  }, 120_000);
});

/** What the compiler says of files that are not on disk, in the project as it is. */
function diagnosticsOf(overlay: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(path.join(packageFolder, "tsconfig.json"), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, packageFolder);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => overlay.has(file) || fileExists(file);
  host.getSourceFile = (file, languageVersion) => {
    const text = overlay.get(file);
    return text === undefined ? getSourceFile(file, languageVersion) : ts.createSourceFile(file, text, languageVersion);
  };
  const code = [...overlay.keys()].filter((file) => file.endsWith(".ts"));
  const program = ts.createProgram(code, options, host);
  return code.flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
  });
}
