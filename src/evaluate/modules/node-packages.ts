import picomatch from "picomatch";
import { parse } from "yaml";
import type { Project } from "../../model/source-file.ts";
import { folderOf, foldersAround, joinPath, nearestTo } from "./folders.ts";
import { memoise, once } from "./memoise.ts";
import { propertyOf, readJson, textsIn } from "./read-json.ts";

/** A folder with a package.json. */
export interface NodePackage {
  readonly folder: string;
  readonly manifest: unknown;
}

/** The packages that the project itself holds. */
export interface NodePackages {
  /** The packages around a folder, the nearest first. */
  around(folder: string): readonly NodePackage[];
  at(folder: string): NodePackage | undefined;
  /** The package of the project that a file means by a name: its own, a member of its workspace, or one its manifest names by folder. */
  named(fromFolder: string, name: string): NodePackage | undefined;
}

export function createNodePackages(project: Project): NodePackages {
  const at = memoise((folder): NodePackage | undefined => {
    const path = folder === "" ? "package.json" : `${folder}/package.json`;
    return project.has(path) ? { folder, manifest: readJson(project.text(path)) } : undefined;
  });
  const around = memoise((folder): readonly NodePackage[] => foldersAround(folder).flatMap((each) => at(each) ?? []));
  const all = once((): readonly NodePackage[] => project.paths.filter((path) => /(?:^|\/)package\.json$/.test(path)).flatMap((path) => at(folderOf(path)) ?? []));

  const membersOf = memoise((workspace): readonly NodePackage[] => {
    const isMember = matcherOf(workspacePatterns(project, workspace, at(workspace)));
    if (isMember === undefined) return [];
    return all().filter(({ folder }) => {
      const inside = workspace === "" ? folder : folder.startsWith(`${workspace}/`) ? folder.slice(workspace.length + 1) : undefined;
      return inside !== undefined && inside !== "" && isMember(inside);
    });
  });

  function named(fromFolder: string, name: string): NodePackage | undefined {
    const own = around(fromFolder);
    const itself = own[0] && nameOf(own[0]) === name ? own[0] : undefined;
    if (itself) return itself;
    for (const dependent of own) {
      const version = dependencyVersion(dependent.manifest, name);
      if (version !== undefined) return declared(dependent.folder, name, version);
    }
    return member(fromFolder, name);
  }

  /** `"clients": "workspace:*"`, `"clients": "file:../clients"`; a version means a member that has it. */
  function declared(dependentFolder: string, name: string, version: string): NodePackage | undefined {
    const [, protocol, target] = /^(workspace|file|link|portal):(.*)$/s.exec(version) ?? [];
    if (protocol === "workspace") return packageNamed(dependentFolder, name, all());
    if (protocol !== undefined) {
      const folder = joinPath(dependentFolder, target!);
      return folder === undefined ? undefined : at(folder);
    }
    const found = member(dependentFolder, name);
    return found && mayBeVersion(version, propertyOf(found.manifest, "version")) ? found : undefined;
  }

  function member(fromFolder: string, name: string): NodePackage | undefined {
    for (const workspace of foldersAround(fromFolder)) {
      const found = packageNamed(fromFolder, name, membersOf(workspace));
      if (found) return found;
    }
    return undefined;
  }

  return { at, around, named };
}

function packageNamed(fromFolder: string, name: string, packages: readonly NodePackage[]): NodePackage | undefined {
  const matching = packages.filter((each) => nameOf(each) === name);
  const nearest = nearestTo(`${fromFolder}/`, matching.map(({ folder }) => folder));
  return matching.find(({ folder }) => folder === nearest);
}

function nameOf({ manifest }: NodePackage): unknown {
  return propertyOf(manifest, "name");
}

function dependencyVersion(manifest: unknown, name: string): string | undefined {
  for (const list of ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"]) {
    const version = propertyOf(propertyOf(manifest, list), name);
    if (typeof version === "string") return version;
  }
  return undefined;
}

/** Whether a range could mean a version: their first numbers that are not 0 agree, or the range is open. */
function mayBeVersion(range: string, version: unknown): boolean {
  const wanted = /\d[\d.]*/.exec(range)?.[0];
  return wanted === undefined || (typeof version === "string" && significantPart(wanted) === significantPart(version));
}

function significantPart(version: string): string {
  return /^(?:0\.)*\d+/.exec(version)?.[0] ?? version;
}

/** npm's, Yarn's and Bun's `workspaces`, pnpm's own file, Lerna's. */
function workspacePatterns(project: Project, folder: string, root: NodePackage | undefined): readonly string[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  const workspaces = propertyOf(root?.manifest, "workspaces");
  return [
    ...textsIn(workspaces),
    ...textsIn(propertyOf(workspaces, "packages")),
    ...textsIn(propertyOf(readYaml(textOf(project, `${prefix}pnpm-workspace.yaml`)), "packages")),
    ...textsIn(propertyOf(readJson(textOf(project, `${prefix}lerna.json`)), "packages")),
  ];
}

/** Whether a folder is one of those that patterns name: `packages/*`, `!packages/old`. */
function matcherOf(patterns: readonly string[]): ((folder: string) => boolean) | undefined {
  const plain = patterns.filter((pattern) => pattern.length <= LONGEST_PATTERN).map((pattern) => pattern.replace(/^(!?)\.\//, "$1").replace(/\/+$/, ""));
  const named = plain.filter((pattern) => pattern !== "" && !pattern.startsWith("!"));
  const ignore = plain.filter((pattern) => pattern.length > 1 && pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  return named.length === 0 ? undefined : picomatch(named, { ignore, noextglob: true });
}

const LONGEST_PATTERN = 1_000;

function textOf(project: Project, path: string): string | undefined {
  return project.has(path) ? project.text(path) : undefined;
}

function readYaml(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : parse(text);
  } catch {
    return undefined;
  }
}
