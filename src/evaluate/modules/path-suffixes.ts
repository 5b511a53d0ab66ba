import type { Project } from "../../model/source-file.ts";
import { nearestTo } from "./folders.ts";
import { once } from "./memoise.ts";

/** Finds the source file nearest to a folder whose path, ending and `index` left out, ends with given folders and a name. */
export function createSuffixFinder(project: Project): (fromFolder: string, suffix: string) => string | undefined {
  const byName = once(() => {
    const files = new Map<string, { readonly path: string; readonly module: string }[]>();
    for (const path of project.paths) {
      const [, module] = /^(.*?)(?:\/index)?(?:\.d)?\.[mc]?[jt]sx?$/s.exec(path) ?? [];
      if (module === undefined) continue;
      const name = module.slice(module.lastIndexOf("/") + 1);
      const named = files.get(name) ?? [];
      named.push({ path, module });
      files.set(name, named);
    }
    return files;
  });

  return (fromFolder, suffix) => {
    const module = suffix.replace(/(?:\/index)?(?:\.[mc]?[jt]sx?)?$/, "");
    const named = byName().get(module.slice(module.lastIndexOf("/") + 1)) ?? [];
    return nearestTo(`${fromFolder}/`, named.filter((each) => each.module === module || each.module.endsWith(`/${module}`)).map(({ path }) => path));
  };
}
