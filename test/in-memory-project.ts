import type { Candidates, Project } from "../src/model/source-file.ts";
import { languageOf } from "../src/read/languages/index.ts";

/** A project of files given by path, every one of them a candidate. */
export function inMemoryProject(files: Readonly<Record<string, string>>): { readonly project: Project; readonly candidates: Candidates } {
  const paths = Object.keys(files).sort();
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return {
    project: {
      paths,
      has: (path) => Object.hasOwn(files, path),
      pathsIn: (folder) => folders.get(folder) ?? [],
      text: (path) => files[path],
    },
    candidates: {
      looked: paths.length,
      forEach(visit) {
        for (const path of paths) {
          const language = languageOf(path);
          if (language !== undefined) visit({ path, text: files[path]!, language });
        }
      },
      forEachHolding(words, visit) {
        for (const path of paths) {
          const language = languageOf(path);
          if (language !== undefined && words.some((word) => files[path]!.includes(word))) visit({ path, text: files[path]!, language });
        }
      },
    },
  };
}
