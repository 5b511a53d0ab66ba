import { existsSync } from "node:fs";
import { isLeftOut } from "./left-out-folders.ts";
import type { ProjectFiles } from "./walk-project.ts";

/** How a project's files stand elsewhere than in its folder: in the index, in a commit, on standard input. */
export interface Revision {
  /** The bytes of the files that stand otherwise there, by path. */
  readonly contents: ReadonlyMap<string, Buffer>;
  /** Whether a file of the folder is there too; asked for those without `contents`. */
  readonly has: (path: string) => boolean;
}

/** The files of a revision, of those that a walk through its folder lists, and those that it would list if they were there. */
export function reviseFiles(root: string, files: ProjectFiles, { contents, has }: Revision): ProjectFiles {
  const known = new Set(files.paths);
  const there = files.paths.filter((path) => contents.has(path) || has(path));
  const missing = [...contents.keys()].filter((path) => !known.has(path) && wouldBeListed(root, files, path));
  if (there.length === files.paths.length && missing.length === 0) return files;
  const paths = [...there, ...missing].sort();
  const folders = new Map([...files.folders.keys()].map((folder): [string, string[]] => [folder, []]));
  for (const path of paths) {
    const folder = folderOf(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return { ...files, paths, folders };
}

/** A file that the folder does not have. One that it has and the walk did not list is ignored or left out. */
function wouldBeListed(root: string, files: ProjectFiles, path: string): boolean {
  if (existsSync(`${root}/${path}`)) return false;
  for (let folder = folderOf(path); !files.folders.has(folder); folder = folderOf(folder)) {
    if (isLeftOut(folder.slice(folder.lastIndexOf("/") + 1), () => []) || existsSync(`${root}/${folder}`)) return false;
  }
  return true;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
