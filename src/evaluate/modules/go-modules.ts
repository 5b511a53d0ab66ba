import type { ModuleResolution, ModuleResolver } from "../../model/module-resolver.ts";
import type { Project } from "../../model/source-file.ts";
import { folderOf, foldersAround, joinPath, nearestTo } from "./folders.ts";
import { readGoModule } from "./go-module-file.ts";
import { readPackageName } from "./go-package-name.ts";
import { standardLibrary } from "./go-standard-library.ts";
import { memoise, once } from "./memoise.ts";

interface GoModule {
  /** Where its go.mod stands. */
  readonly folder: string;
  readonly name: string | undefined;
  readonly replacements: readonly { readonly module: string; readonly folder: string }[];
}

/**
 * Go's packages: a folder below a module of the project, whatever version another module asks for. Files of every build tag belong to it.
 * https://go.dev/ref/mod#resolve-pkg-mod
 */
export function createGoModules(project: Project): ModuleResolver {
  const modules = readModules(project);
  const workspaces = project.paths.filter((path) => isNamed(path, "go.work")).map((path) => moduleAt(project, path));
  const packageFolders = once(() => [...new Set(project.paths.filter(isPackageFile).map(folderOf))]);
  const sourcesIn = memoise((folder) => project.pathsIn(folder).filter(isGoFile));
  const packageName = memoise((path) => readPackageName(project.text(path) ?? ""));
  const packageIn = memoise((folder) => mainPackage(sourcesIn(folder).filter(isPackageFile)));

  /** A folder's package; a file of another package in it (a generator's `main`) is not built with it. */
  function mainPackage(files: readonly string[]): readonly string[] {
    const names = new Map<string, string[]>();
    for (const file of files) {
      const name = packageName(file);
      names.set(name, [...(names.get(name) ?? []), file]);
    }
    const packages = [...names].sort(([a, filesOfA], [b, filesOfB]) => Number(a === "main") - Number(b === "main") || filesOfB.length - filesOfA.length);
    return packages[0]?.[1] ?? [];
  }

  function resolve(fromPath: string, importPath: string): ModuleResolution {
    const around = foldersAround(folderOf(fromPath));
    const own = around.map((folder) => modules.find((module) => module.folder === folder)).find((module) => module !== undefined);
    const folder = replacedFolder(around, own, importPath) ?? moduleFolder(fromPath, importPath) ?? (own ? undefined : folderBySuffix(fromPath, importPath));
    if (folder === undefined) return { kind: "external", module: importPath };
    const paths = packageIn(folder);
    return paths.length > 0 ? { kind: "project", paths } : { kind: "unknown" };
  }

  function replacedFolder(around: readonly string[], own: GoModule | undefined, importPath: string): string | undefined {
    const workspace = workspaces.filter(({ folder }) => around.includes(folder));
    for (const { module, folder } of [...workspace, ...(own ? [own] : [])].flatMap(({ replacements }) => replacements)) {
      const rest = pathBelow(module, importPath);
      const target = rest === undefined ? undefined : joinPath(folder, rest);
      if (target !== undefined && packageIn(target).length > 0) return target;
    }
    return undefined;
  }

  /** In the module with the longest name that begins the path; of several with that name (examples) in the nearest. */
  function moduleFolder(fromPath: string, importPath: string): string | undefined {
    const holding = modules.filter(({ name }) => name !== undefined && pathBelow(name, importPath) !== undefined);
    const longest = Math.max(...holding.map(({ name }) => name!.length));
    const best = holding.filter(({ name }) => name!.length === longest);
    const nearest = nearestTo(fromPath, best.map(({ folder }) => folder));
    return nearest === undefined ? undefined : joinPath(nearest, pathBelow(best[0]!.name!, importPath)!);
  }

  /** Without a go.mod: the nearest folder whose path ends as the import does behind what names a repository. */
  function folderBySuffix(fromPath: string, importPath: string): string | undefined {
    const parts = importPath.split("/");
    if (standardLibrary.has(parts[0]!)) return undefined;
    const repositoryParts = parts[0]!.includes(".") ? 3 : 1;
    for (let from = 0; from <= repositoryParts && from < parts.length; from++) {
      const isOnlyTheRepository = from > 0 && from < repositoryParts && from === parts.length - 1;
      if (isOnlyTheRepository) continue;
      const suffix = parts.slice(from).join("/");
      const folder = nearestTo(fromPath, packageFolders().filter((each) => each === suffix || each.endsWith(`/${suffix}`)));
      if (folder !== undefined) return folder;
    }
    return undefined;
  }

  const packagesIn = memoise((folder) =>
    memoise((name) => {
      const sources = sourcesIn(folder).filter((path) => packageName(path) === name);
      return { withTests: sources, withoutTests: sources.filter(isPackageFile) };
    }),
  );
  const resolveFrom = memoise((folder) => memoise((importPath) => resolve(`${folder}/`, importPath)));
  return {
    resolve: (fromPath, importPath) => resolveFrom(folderOf(fromPath))(importPath),
    packageOf(path) {
      const { withTests, withoutTests } = packagesIn(folderOf(path))(packageName(path));
      return isPackageFile(path) ? withoutTests : withTests;
    },
  };
}

function readModules(project: Project): readonly GoModule[] {
  return project.paths.filter((path) => isNamed(path, "go.mod")).map((path) => moduleAt(project, path));
}

function moduleAt(project: Project, path: string): GoModule {
  const folder = folderOf(path);
  const { name, replacements } = readGoModule(project.text(path) ?? "");
  return {
    folder,
    name,
    replacements: replacements.flatMap(({ module, path: target }) => {
      const replaced = joinPath(folder, target);
      return replaced === undefined ? [] : [{ module, folder: replaced }];
    }),
  };
}

/** What follows a module's name in an import path; undefined when the path is not below it. */
function pathBelow(module: string, importPath: string): string | undefined {
  if (importPath === module) return "";
  return importPath.startsWith(`${module}/`) ? importPath.slice(module.length + 1) : undefined;
}

function isNamed(path: string, name: string): boolean {
  return path === name || path.endsWith(`/${name}`);
}

/** Files beginning with `_` or `.` are not built. https://pkg.go.dev/cmd/go#hdr-Package_lists_and_patterns */
function isGoFile(path: string): boolean {
  return path.endsWith(".go") && !/(?:^|\/)[_.][^/]*$/.test(path);
}

function isPackageFile(path: string): boolean {
  return isGoFile(path) && !path.endsWith("_test.go");
}
