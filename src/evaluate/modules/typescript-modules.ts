import { builtinModules } from "node:module";
import type { ModuleResolution, ModuleResolver } from "../../model/module-resolver.ts";
import type { Project } from "../../model/source-file.ts";
import { folderOf, foldersAround, joinPath } from "./folders.ts";
import { memoise } from "./memoise.ts";
import { createNodePackages } from "./node-packages.ts";
import { importTargets, packageEntry, splitSpecifier } from "./package-entries.ts";
import { createPackageFolders } from "./packages-by-folder.ts";
import { createPathAliases } from "./path-aliases.ts";
import { createSuffixFinder } from "./path-suffixes.ts";
import { indexFileIn, sourceFileAt, sourceOfOutput } from "./source-paths.ts";

/**
 * Modules of TypeScript and JavaScript: relative paths, aliases of tsconfig.json, `imports` and `exports` of package.json, packages of
 * the workspace; what only a build has is looked for in the sources it is built from.
 */
export function createTypescriptModules(project: Project): ModuleResolver {
  const packages = createNodePackages(project);
  const aliases = createPathAliases(project, packages);
  const packageFolders = createPackageFolders(project);
  const nearestWithSuffix = createSuffixFinder(project);

  function resolve(fromFolder: string, specifier: string): ModuleResolution {
    if (isBuiltin(specifier)) return { kind: "external", module: specifier };
    const path = specifier.replace(/\?.*$/s, "");
    if (/^\.\.?(?:\/|$)/.test(path)) return found(relativeFile(fromFolder, path));
    return path.startsWith("#") ? resolvePackageImport(fromFolder, path) : resolveName(fromFolder, path);
  }

  /** `#db/client`, as the nearest package that has `imports` says. */
  function resolvePackageImport(fromFolder: string, specifier: string): ModuleResolution {
    for (const around of packages.around(fromFolder)) {
      for (const target of importTargets(around, specifier)) {
        if (!target.startsWith("./")) return resolveName(fromFolder, target);
        const source = sourceOfOutput(project, around.folder, target);
        if (source !== undefined) return found(source);
      }
    }
    return found(aliased(fromFolder, specifier).source ?? nearestWithSuffix(fromFolder, specifier.replace(/^#\/?/, "")));
  }

  function resolveName(fromFolder: string, specifier: string): ModuleResolution {
    const { source, matched } = aliased(fromFolder, specifier);
    if (source !== undefined) return found(source);
    const { name, subpath } = splitSpecifier(specifier);
    const own = packages.named(fromFolder, name);
    if (own) return found(packageEntry(project, own, subpath));
    const unnamed = /^@[^/]+\//.test(specifier) && packages.around(fromFolder).length === 0 ? packageFolders(fromFolder, name, subpath) : [];
    if (unnamed.length > 0) return { kind: "project", paths: unnamed };
    const suffix = aliasRest(specifier);
    if (suffix !== undefined) return found(nearestWithSuffix(fromFolder, suffix));
    const below = subpath !== "" ? fileBelow(fromFolder, specifier) : undefined;
    return below === undefined && !matched ? { kind: "external", module: specifier } : found(below);
  }

  function aliased(fromFolder: string, specifier: string): { readonly source: string | undefined; readonly matched: boolean } {
    const { paths, matched } = aliases.targets(fromFolder, specifier);
    return { source: firstOf(paths, (path) => fileAt(path, false) ?? sourceOfBuilt(path)), matched };
  }

  function sourceOfBuilt(path: string): string | undefined {
    const packageFolder = packages.around(folderOf(path))[0]?.folder ?? "";
    return sourceOfOutput(project, packageFolder, path.slice(packageFolder.length));
  }

  function relativeFile(fromFolder: string, path: string): string | undefined {
    const joined = joinPath(fromFolder, path);
    return fileAt(joined, /(?:^|\/)\.{0,2}$/.test(path)) ?? (joined === undefined ? undefined : sourceOfBuilt(joined));
  }

  /** A path from a folder around, as bundlers and `NODE_PATH` allow it: `src/db/client`. */
  function fileBelow(fromFolder: string, path: string): string | undefined {
    return firstOf(foldersAround(fromFolder), (folder) => fileAt(joinPath(folder, path), false));
  }

  /** A file, or what a folder has for one. */
  function fileAt(path: string | undefined, folderOnly: boolean): string | undefined {
    if (path === undefined) return undefined;
    const file = folderOnly || path === "" ? undefined : sourceFileAt(project, path);
    if (file !== undefined) return file;
    const folder = packages.at(path);
    return (folder && packageEntry(project, folder, "")) ?? indexFileIn(project, path);
  }

  const resolveFrom = memoise((folder) => memoise((specifier) => resolve(folder, specifier)));
  return {
    resolve: (fromPath, specifier) => resolveFrom(folderOf(fromPath))(specifier),
    packageOf: () => [],
  };
}

function found(path: string | undefined): ModuleResolution {
  return path === undefined ? { kind: "unknown" } : { kind: "project", paths: [path] };
}

function firstOf<Item>(items: readonly Item[], find: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const value = find(item);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What stands behind the sign of an alias that no package can have for a name: `@/db`, `~/db`, `~~/db`, `$lib/db`, `/src/db`. */
function aliasRest(specifier: string): string | undefined {
  if (/^\$[^/]+/.test(specifier)) return specifier.slice(1);
  return /^(?:@|~|~~|@@)?\/+(.+)$/s.exec(specifier)?.[1] ?? /^~(?!\/)(.+)$/s.exec(specifier)?.[1];
}

const builtins = new Set(builtinModules);

/** https://nodejs.org/api/modules.html#built-in-modules-with-mandatory-node-prefix */
function isBuiltin(specifier: string): boolean {
  return specifier.startsWith("node:") || specifier.startsWith("bun:") || builtins.has(specifier);
}
