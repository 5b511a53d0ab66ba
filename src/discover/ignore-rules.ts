import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readIgnoreFile } from "./ignore-file.ts";
import type { IgnoreFile } from "./ignore-file.ts";

/** What the ignore files around a folder and in it say. */
export interface IgnoreRules {
  /** Whether git ignores an entry of the folder; the path is relative to the root. */
  ignores(path: string, isFolder: boolean): boolean;
  /** The rules inside a folder that holds an ignore file of its own. */
  within(folder: string, ignoreFile: string): IgnoreRules;
}

interface PlacedFile {
  readonly says: IgnoreFile;
  /** What comes before a path from the root, where the file stands above the root. */
  readonly above: string;
  /** How much of a path from the root leads to the file's folder. */
  readonly skip: number;
}

/** The rules at the root: those of the repository around it, and `.git/info/exclude`. The user's own global excludes do not count. */
export function rootIgnoreRules(root: string): IgnoreRules {
  return rulesOf(
    filesAround(root).flatMap(({ folder, name }) => {
      const above = folder === root ? "" : `${path.relative(folder, root).split(path.sep).join("/")}/`;
      return readFile(`${folder}/${name}`, { above, skip: 0 });
    }),
  );
}

/** The ignore files that `rootIgnoreRules` reads, be they there or not, by absolute paths. */
export function rootIgnoreFiles(root: string): readonly string[] {
  return filesAround(root).map(({ folder, name }) => `${folder}/${name}`);
}

/** The outermost first. */
function filesAround(root: string): readonly { readonly folder: string; readonly name: string }[] {
  const around = foldersUpTo(root);
  const top = around.findIndex((folder) => existsSync(`${folder}/.git`));
  const repository = around.slice(0, top + 1).toReversed();
  return repository.flatMap((folder, index) => {
    const names = [...(index === 0 ? [".git/info/exclude"] : []), ...(folder === root ? [] : [".gitignore"])];
    return names.map((name) => ({ folder, name }));
  });
}

/** Deeper files outrank shallower ones. */
function rulesOf(files: readonly PlacedFile[]): IgnoreRules {
  return {
    ignores(entry, isFolder) {
      const name = entry.slice(entry.lastIndexOf("/") + 1);
      for (let i = files.length - 1; i >= 0; i--) {
        const { says, above, skip } = files[i]!;
        const verdict = says(above + entry.slice(skip), name, isFolder);
        if (verdict !== undefined) return verdict === "ignored";
      }
      return false;
    },
    within: (folder, ignoreFile) => rulesOf([...files, ...readFile(ignoreFile, { above: "", skip: folder === "" ? 0 : folder.length + 1 })]),
  };
}

function readFile(file: string, place: { readonly above: string; readonly skip: number }): readonly PlacedFile[] {
  try {
    return [{ says: readIgnoreFile(readFileSync(file, "utf8")), ...place }];
  } catch {
    return [];
  }
}

/** A folder and those around it, the nearest first. */
function foldersUpTo(start: string): readonly string[] {
  const folders = [start];
  for (let folder = start; path.dirname(folder) !== folder; ) folders.push((folder = path.dirname(folder)));
  return folders;
}
