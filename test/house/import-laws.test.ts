import { builtinModules } from "node:module";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { codeFilesIn, nodesOf, placeIn, roomOf, type CodeFile } from "./source-files.ts";

/** The table of ARCHITECTURE.md: what a room may import besides itself. A path inside a room names that file or folder alone. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "src/model": [],
  "rules": ["src/model"],
  "src/ownership": ["src/model"],
  "src/discover": ["src/model"],
  "src/cache": [],
  "src/read": ["src/model"],
  "src/evaluate": ["src/model"],
  "src/clients": ["src/model", "src/read", "src/evaluate"],
  "src/sql": ["src/model"],
  "src/schema": ["src/model"],
  "src/judge": ["src/model"],
  "src/report": ["src/model"],
  "src/check": ["src/model", "src/ownership", "src/discover", "src/cache", "src/read", "src/evaluate", "src/clients", "src/sql", "src/schema", "src/judge"],
  "src/eslint": ["src/model", "src/ownership", "src/cache", "src/check", "src/read/languages"],
  "src/cli": ["src/model", "src/ownership", "src/discover", "src/cache", "src/check", "src/judge/rule-severities.ts", "src/judge/baseline", "src/report", "rules", "package.json"],
  "src": ["src/model", "src/ownership", "src/check", "src/judge/rule-severities.ts", "src/eslint", "rules", "package.json"],
  "bin": ["dist"],
};

/** Packages, and the rooms that may import them; what is not listed may be imported by no room. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "@eslint/core": ["src/eslint"],
  "@eslint/plugin-kit": ["src/eslint"],
  "@typescript-eslint/utils": ["src/eslint"],
  "chalk": ["src/report"],
  "commander": ["src/cli"],
  "env-paths": ["src/cache"],
  "eslint": ["src/eslint"],
  "fastest-levenshtein": ["src/ownership"],
  "ignore": ["src/discover"],
  "node-sql-parser": ["src/sql"],
  "picomatch": ["src/ownership", "src/evaluate"],
  "yaml": ["src/ownership", "src/evaluate"],
};

/** Node's own modules: input and output stay at the edge, what only computes may be used where it is needed. */
const NODE_MODULES: Readonly<Record<string, readonly string[]>> = {
  "node:fs": ["src/discover", "src/cache", "src/ownership/load-ownership.ts", "src/cli"],
  "node:path": ["src/discover", "src/cache", "src/ownership/load-ownership.ts", "src/eslint", "src/cli"],
  "node:child_process": ["src/discover"],
  "node:buffer": ["src/discover", "src/ownership/load-ownership.ts"],
  "node:crypto": ["src/cache", "src/discover", "src/judge"],
  "node:module": ["src/evaluate", "src/sql", "src/cli"],
  "node:process": ["src/cli"],
  "node:v8": ["src/cli"],
  "node:vm": ["src/cli"],
  "node:worker_threads": ["src/eslint"],
};

const files = codeFilesIn("src", "rules", "bin");

describe("import laws", () => {
  it("every room is in the table", () => {
    expect(files.map(({ room }) => room).filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it("a room imports only what its line of the table allows", () => {
    expect(offences((file, imported) => isOwnFile(imported) && !allows([file.room, ...(MAY_IMPORT[file.room] ?? [])], imported))).toEqual([]);
  });

  it("a package is imported only where it is needed", () => {
    expect(offences((file, imported) => isPackage(imported) && !allows(PACKAGES[packageName(imported)] ?? [], file.path))).toEqual([]);
  });

  it("Node's own modules are imported only at the edge", () => {
    expect(offences((file, imported) => isNodeModule(imported) && file.room !== "bin" && !allows(NODE_MODULES[imported] ?? [], file.path))).toEqual([]);
  });

  it("process and console are named only in bin and src/cli", () => {
    const core = files.filter(({ room }) => room !== "bin" && room !== "src/cli");
    expect(core.flatMap((file) => globalsNamed(file, ["process", "console"]))).toEqual([]);
  });

  it("nothing leaves the process by process.exit", () => {
    expect(files.flatMap((file) => nodesOf(file).filter(isProcessExit).map((node) => placeIn(file, node)))).toEqual([]);
  });
});

function offences(isOffence: (file: CodeFile, imported: string) => boolean): string[] {
  return files.flatMap((file) => file.imports.filter((imported) => isOffence(file, imported)).map((imported) => `${file.path} imports ${imported}`));
}

/** Whether a path, the room or a folder that it lies in, is among those allowed. */
function allows(allowed: readonly string[], path: string): boolean {
  return allowed.includes(roomOf(path)) || allowed.some((each) => path === each || (each.split("/").length > 2 && path.startsWith(`${each}/`)));
}

function isOwnFile(imported: string): boolean {
  return /^(?:src|rules|bin|dist|tools|test|bench)\/|^package\.json$/.test(imported);
}

function isNodeModule(imported: string): boolean {
  return imported.startsWith("node:") || builtinModules.includes(imported);
}

function isPackage(imported: string): boolean {
  return !isOwnFile(imported) && !isNodeModule(imported);
}

function packageName(imported: string): string {
  return imported.split("/").slice(0, imported.startsWith("@") ? 2 : 1).join("/");
}

function globalsNamed(file: CodeFile, names: readonly string[]): string[] {
  return nodesOf(file)
    .filter((node) => ts.isIdentifier(node) && names.includes(node.text) && !isMemberName(node))
    .map((node) => placeIn(file, node));
}

/** `x.process`, `{ process: … }`, `process: string` in a type: a name of something else. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) && parent.name === node)
  );
}

function isProcessExit(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === "exit" && node.expression.getText() === "process";
}
