import { readdirSync } from "node:fs";
import type { Dirent } from "node:fs";
import type { Problem } from "../model/problem.ts";
import { rootIgnoreRules } from "./ignore-rules.ts";
import type { IgnoreRules } from "./ignore-rules.ts";
import { isLeftOut } from "./left-out-folders.ts";
import { createLinkReader, type LinkTarget } from "./link-target.ts";
import { errorCode } from "./read-file.ts";
import { unreadableFolder } from "./reading-problems.ts";

/** The files below a root. Paths are relative to it, with `/`. */
export interface ProjectFiles {
  /** Sorted by code units. */
  readonly paths: readonly string[];
  /** The files directly in each folder that was walked; `""` is the root. */
  readonly folders: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly Problem[];
}

/** What a walk found, and what it found that by: while nothing of this changes, neither does what it finds. */
export interface ProjectWalk extends ProjectFiles {
  /** Every folder of which the entries were asked for. */
  readonly listed: readonly string[];
  /** The ignore files in those. */
  readonly ignoreFiles: readonly string[];
  /** Where each link led; undefined where to nothing of the project. */
  readonly links: readonly { readonly path: string; readonly target: LinkTarget | undefined }[];
}

/** Something to look at. `realPath` differs from `path` behind a link; it is relative to the root too. */
interface Location {
  readonly path: string;
  readonly realPath: string;
  /** The ignore rules of the folder that it stands in. */
  readonly rules: IgnoreRules;
}

/**
 * Lists what git would track below the root, dependency folders left out. Links are followed after everything else, and only to what
 * lies inside the root and was not reached without them: no file has two paths, no loop is walked twice. Sockets, pipes and devices
 * are no files.
 */
export function walkProject(root: string): ProjectWalk {
  const paths: string[] = [];
  const folders = new Map<string, string[]>();
  const problems: Problem[] = [];
  const links: Location[] = [];
  const reached = new Set<string>();
  const listed = new Set<string>();
  const ignoreFiles: string[] = [];
  const followed: { readonly path: string; readonly target: LinkTarget | undefined }[] = [];

  function walk(start: Location): void {
    const pending = [start];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      if (isNew(folder)) enter(folder, pending);
    }
  }

  function enter(folder: Location, pending: Location[]): void {
    folders.set(folder.path, []);
    const entries = list(folder.path);
    const rules = entries.some(({ name }) => name === ".gitignore") ? rulesWithin(folder) : folder.rules;
    for (const entry of entries) {
      const path = join(folder.path, entry.name);
      const location = { path, realPath: folder.realPath === folder.path ? path : join(folder.realPath, entry.name), rules };
      if (entry.isDirectory()) {
        if (!leavesOut(path, entry.name) && !rules.ignores(path, true)) pending.push(location);
      } else if (entry.isFile()) {
        if (!rules.ignores(path, false)) addFile(location);
      } else if (entry.isSymbolicLink()) {
        if (!rules.ignores(path, false)) links.push(location);
      }
    }
  }

  function rulesWithin({ path, rules }: Location): IgnoreRules {
    const file = join(path, ".gitignore");
    ignoreFiles.push(file);
    return rules.within(path, absolute(file));
  }

  function addFile(file: Location): void {
    if (!isNew(file)) return;
    paths.push(file.path);
    const folder = file.path.slice(0, Math.max(0, file.path.lastIndexOf("/")));
    folders.get(folder)?.push(file.path);
  }

  function isNew({ realPath }: Location): boolean {
    if (reached.has(realPath)) return false;
    reached.add(realPath);
    return true;
  }

  function followLinks(): void {
    const readLink = createLinkReader(root);
    for (let link = links.pop(); link !== undefined; link = links.pop()) {
      const target = readLink(link.path);
      followed.push({ path: link.path, target });
      if (target === undefined || target.path.split("/").some((name) => leavesOut(target.path, name))) continue;
      const location = { ...link, realPath: target.path };
      if (target.isFolder) walk(location);
      else addFile(location);
    }
  }

  function leavesOut(path: string, name: string): boolean {
    return isLeftOut(name, () => list(path).map((entry) => entry.name));
  }

  function list(folder: string): readonly Dirent[] {
    listed.add(folder);
    try {
      return readdirSync(absolute(folder), { withFileTypes: true });
    } catch (error) {
      problems.push(unreadableFolder(folder, errorCode(error)));
      return [];
    }
  }

  function absolute(path: string): string {
    return `${root}/${path}`;
  }

  walk({ path: "", realPath: "", rules: rootIgnoreRules(root) });
  links.sort((a, b) => byCodeUnits(b.path, a.path));
  followLinks();
  paths.sort(byCodeUnits);
  for (const files of folders.values()) files.sort(byCodeUnits);
  return { paths, folders, problems, listed: [...listed], ignoreFiles, links: followed };
}

function join(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
