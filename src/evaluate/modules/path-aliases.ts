import type { Project } from "../../model/source-file.ts";
import { folderOf, foldersAround, joinPath } from "./folders.ts";
import { memoise } from "./memoise.ts";
import type { NodePackages } from "./node-packages.ts";
import { matchPattern, packageEntry, splitSpecifier } from "./package-entries.ts";
import { entriesOf, propertyOf, readJson, textsIn } from "./read-json.ts";

/** What a tsconfig.json says of names that are no packages; folders and targets are relative to the root. */
interface PathAliases {
  readonly patterns: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
  readonly baseUrl: string | undefined;
}

/** Where the aliases around a folder lead; nearest configuration first. */
export interface PathAliasFinder {
  /** Paths, without ending or not, that may be meant; `matched` tells that an alias of the project's own names the specifier. */
  targets(fromFolder: string, specifier: string): { readonly paths: readonly string[]; readonly matched: boolean };
}

/** Reads `paths` and `baseUrl` of tsconfig.json and jsconfig.json. https://www.typescriptlang.org/tsconfig/#paths */
export function createPathAliases(project: Project, packages: NodePackages): PathAliasFinder {
  const aliasesIn = memoise((folder): readonly PathAliases[] =>
    configsIn(project, folder).map((path) => readAliases(path)).filter(({ patterns, baseUrl }) => patterns.length > 0 || baseUrl !== undefined),
  );

  /** A configuration with what it extends; the nearest that says something wins. */
  function readAliases(start: string): PathAliases {
    let paths: PathAliases["patterns"] | undefined;
    let baseUrl: string | undefined;
    const seen = new Set<string>();
    const pending = [start];
    for (let path = pending.shift(); path !== undefined; path = pending.shift()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const config = readJson(project.text(path));
      const folder = folderOf(path);
      const options = propertyOf(config, "compilerOptions");
      const ownBase = textsIn(propertyOf(options, "baseUrl")).map((each) => fromConfig(each, folder, folderOf(start)))[0];
      const ownPaths = entriesOf(propertyOf(options, "paths"));
      baseUrl ??= ownBase;
      if (ownPaths.length > 0) {
        paths ??= ownPaths.map(([pattern, targets]) => ({
          pattern,
          targets: textsIn(targets).flatMap((target) => fromConfig(target, ownBase ?? folder, folderOf(start)) ?? []),
        }));
      }
      pending.push(...textsIn(propertyOf(config, "extends")).toReversed().flatMap((extended) => extendedConfig(folder, extended) ?? []));
    }
    return { patterns: paths ?? [], baseUrl };
  }

  function extendedConfig(folder: string, extended: string): string | undefined {
    if (extended.startsWith(".")) {
      const path = joinPath(folder, extended);
      return path === undefined ? undefined : [path, `${path}.json`, `${path}/tsconfig.json`].find((each) => project.has(each));
    }
    const { name, subpath } = splitSpecifier(extended);
    const found = packages.named(folder, name);
    return found && packageEntry(project, found, subpath === "" ? "tsconfig.json" : subpath);
  }

  return {
    targets(fromFolder, specifier) {
      for (const aliases of foldersAround(fromFolder).flatMap(aliasesIn)) {
        const best = bestPattern(aliases, specifier);
        const paths = best?.targets ?? [];
        const based = aliases.baseUrl === undefined ? undefined : joinPath(aliases.baseUrl, specifier);
        if (best || based !== undefined) return { paths: based === undefined ? paths : [...paths, based], matched: best !== undefined && best.pattern !== "*" && !paths.some((path) => /(?:^|\/)node_modules\//.test(path)) };
      }
      return { paths: [], matched: false };
    },
  };
}

/** A solution's tsconfig.json often only points to others beside it. */
function configsIn(project: Project, folder: string): readonly string[] {
  const named = project.pathsIn(folder).filter((path) => /(?:^|\/)(?:[tj]sconfig|tsconfig\.[^/]+)\.json$/.test(path));
  const rank = (path: string): number => (path.endsWith("tsconfig.json") ? 0 : path.endsWith("jsconfig.json") ? 1 : 2);
  return named.toSorted((a, b) => rank(a) - rank(b));
}

/** The pattern that is the specifier, or the one with the longest text before its `*`; its targets with `*` filled in. */
function bestPattern({ patterns }: PathAliases, specifier: string): { readonly pattern: string; readonly targets: readonly string[] } | undefined {
  let best: { readonly pattern: string; readonly targets: readonly string[]; readonly weight: number } | undefined;
  for (const { pattern, targets } of patterns) {
    const star = matchPattern(pattern, specifier);
    const weight = pattern.includes("*") ? pattern.indexOf("*") : Infinity;
    if (star !== undefined && (!best || weight > best.weight)) best = { pattern, weight, targets: targets.map((target) => target.replace("*", () => star)) };
  }
  return best;
}

/** `${configDir}` is the folder of the configuration that extends the others. */
function fromConfig(path: string, folder: string, configFolder: string): string | undefined {
  const template = "${configDir}";
  return path.startsWith(template) ? joinPath(configFolder, `./${path.slice(template.length)}`) : joinPath(folder, path);
}
