import type { Project } from "../../model/source-file.ts";
import { folderOf, nearestTo } from "./folders.ts";
import { once } from "./memoise.ts";
import { indexFileIn, sourceFileAt, sourceFolders } from "./source-paths.ts";

/**
 * Finds packages by the folder that they are named after, for parts of a repository that hold no manifest: `@shop/shared` is what
 * stands in the nearest folder `shared`. Gives its entry, else every file beside where that would be.
 */
export function createPackageFolders(project: Project): (fromFolder: string, scopedName: string, subpath: string) => readonly string[] {
  const sources = once(() => {
    const files = new Map<string, string[]>();
    for (const path of project.paths.filter((each) => /\.[mc]?[jt]sx?$/.test(each))) files.set(folderOf(path), [...(files.get(folderOf(path)) ?? []), path]);
    return files;
  });
  const sourcesOf = (folder: string): readonly (readonly [string, readonly string[]])[] =>
    sourceFolders.flatMap((each) => {
      const inner = each === "" ? folder : `${folder}/${each}`;
      const files = sources().get(inner);
      return files ? [[inner, files] as const] : [];
    });

  return (fromFolder, scopedName, subpath) => {
    const name = scopedName.slice(scopedName.indexOf("/") + 1);
    const ending = `/${name}`;
    const folders = [...sources().keys()].flatMap((folder) => {
      const end = `/${folder}/`.indexOf(`${ending}/`);
      const found = folder.slice(0, end + name.length);
      return end < 0 || isInside(found) ? [] : [found];
    });
    const folder = nearestTo(`${fromFolder}/`, [...new Set(folders)].filter((each) => sourcesOf(each).length > 0));
    if (folder === undefined) return [];
    if (subpath !== "") return sourcesOf(folder).flatMap(([inner]) => sourceFileAt(project, `${inner}/${subpath}`) ?? indexFileIn(project, `${inner}/${subpath}`) ?? []).slice(0, 1);
    const [inner, files] = sourcesOf(folder)[0]!;
    const entry = indexFileIn(project, inner);
    return entry === undefined ? files : [entry];
  };
}

/** Folders among a package's sources are no packages. */
function isInside(folder: string): boolean {
  return folderOf(folder).split("/").some((part) => part !== "" && sourceFolders.includes(part));
}
