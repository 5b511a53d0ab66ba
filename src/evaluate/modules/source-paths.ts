import type { Project } from "../../model/source-file.ts";
import { joinPath } from "./folders.ts";

/** What an import may leave out or say for another, in the order in which they are tried. https://www.typescriptlang.org/docs/handbook/modules/reference.html#file-extension-substitution */
const endings = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json", ".d.ts", ".d.mts", ".d.cts"];

const compiledFrom: Readonly<Record<string, readonly string[]>> = {
  ".js": [".ts", ".tsx", ".d.ts"],
  ".jsx": [".tsx", ".d.ts"],
  ".mjs": [".mts", ".d.mts"],
  ".cjs": [".cts", ".d.cts"],
};

/** Folders that builds write to, and the kinds of modules inside them. */
const outputFolders = new Set(["dist", "build", "lib", "out", "output", "es", "esm", "cjs", "mjs", "types", "typings", "commonjs", "module", "node", "browser", "umd"]);

/** Where packages keep what they are built from; an empty text is the package's folder itself. */
export const sourceFolders = ["src", "lib", "source", "app", ""];

/** The file that a path without or with another ending stands for, folders left out. */
export function sourceFileAt(project: Project, path: string): string | undefined {
  const ending = /\.[mc]?jsx?$/.exec(path)?.[0] ?? "";
  const sources = (compiledFrom[ending] ?? []).map((source) => path.slice(0, -ending.length) + source);
  return [...sources, path, ...endings.map((each) => path + each)].find((each) => project.has(each));
}

/** The `index` file of a folder. */
export function indexFileIn(project: Project, folder: string): string | undefined {
  return sourceFileAt(project, folder === "" ? "index" : `${folder}/index`);
}

/**
 * What a package means by a path in its package.json: the source of a file that a build writes (`dist/esm/client.js` is made from
 * `src/client.ts` or the like), else the file itself.
 */
export function sourceOfOutput(project: Project, packageFolder: string, path: string): string | undefined {
  const parts = path.replace(/(?:\.d)?\.[mc]?[jt]sx?$/, "").split("/").filter((part) => part !== "" && part !== ".");
  const outputs = parts.findIndex((part) => !outputFolders.has(part));
  const sources = parts.slice(0, outputs).flatMap((_, index) => sourceFolders.map((folder) => `${folder}/${parts.slice(index + 1).join("/")}`));
  for (const candidate of [...sources, parts.join("/")]) {
    const joined = joinPath(packageFolder, candidate);
    const source = joined === undefined ? undefined : (sourceFileAt(project, joined) ?? indexFileIn(project, joined));
    if (source !== undefined) return source;
  }
  return undefined;
}
