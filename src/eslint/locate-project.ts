import path from "node:path";
import { openCache } from "../cache/open-cache.ts";
import { openLiveProject, type LiveProject } from "../check/live-project.ts";
import { BASELINE_NAME } from "../model/baseline.ts";
import { UserError } from "../model/problem.ts";
import { findOwnership } from "../ownership/load-ownership.ts";

/** `settings["cross-write"]` of an ESLint configuration. Paths are relative to the folder in which ESLint runs. */
export interface Settings {
  /** The ownership.yaml; without it the nearest from that folder upwards, else from the file upwards. */
  readonly ownership?: string;
  /** The folder that paths in ownership.yaml are relative to; its own, where this is left out. */
  readonly root?: string;
  /** The file of known findings, `cross-write-baseline.json` in the root where this is left out; false for none. */
  readonly baseline?: string | false;
}

/** A file of a project. */
export interface LocatedFile {
  readonly project: LiveProject;
  /** Relative to the project's root. */
  readonly path: string;
}

const projects = new Map<string, LiveProject>();

/** The project that a file belongs to; undefined where it stands outside of every one. One project serves all files of a run. Throws a UserError. */
export function locateProject(file: string, cwd: string, settings: Settings): LocatedFile | undefined {
  const ownershipFile = settings.ownership === undefined ? (findOwnershipAbove(cwd) ?? findOwnership(path.dirname(file))) : path.resolve(cwd, settings.ownership);
  if (ownershipFile === undefined) {
    throw new UserError(`There is no ownership.yaml in \`${cwd}\` or above it: write one that says which service owns which table, or name it in \`settings["cross-write"].ownership\`.`);
  }
  const root = settings.root === undefined ? path.dirname(ownershipFile) : path.resolve(cwd, settings.root);
  const relative = relativeTo(root, file);
  if (relative.startsWith("../") || path.isAbsolute(relative)) return undefined;
  return { project: projectAt(root, relativeTo(root, ownershipFile), baselineOf(settings, root, cwd)), path: relative };
}

/** How long, in milliseconds, an ownership.yaml is taken to be where it was: a run asks for every file. */
const TRUSTED_FOR = 100;
let lastFound: { readonly cwd: string; readonly file: string; readonly until: number } | undefined;

function findOwnershipAbove(cwd: string): string | undefined {
  const now = performance.now();
  if (lastFound?.cwd === cwd && now < lastFound.until) return lastFound.file;
  const file = findOwnership(cwd);
  lastFound = file === undefined ? undefined : { cwd, file, until: now + TRUSTED_FOR };
  return file;
}

/** Reads what a configuration says. Throws a UserError where it says something else. */
export function readSettings(given: unknown): Settings {
  if (given === undefined) return {};
  if (typeof given !== "object" || given === null) throw new UserError('`settings["cross-write"]` is no object.');
  for (const [key, value] of Object.entries(given)) {
    if (!(key in KINDS)) throw new UserError(`\`settings["cross-write"].${key}\` is no setting: there are ${Object.keys(KINDS).join(", ")}.`);
    if (typeof value !== "string" && !(key === "baseline" && value === false)) throw new UserError(`\`settings["cross-write"].${key}\` is no ${KINDS[key]!}.`);
  }
  return given;
}

const KINDS: Readonly<Record<string, string>> = { ownership: "path of a file", root: "path of a folder", baseline: "path of a file, and not false" };

function projectAt(root: string, ownership: string, baseline: string | undefined): LiveProject {
  const key = JSON.stringify([root, ownership, baseline]);
  let project = projects.get(key);
  if (!project) projects.set(key, (project = openLiveProject({ root, ownership, baseline, cache: openCache() })));
  return project;
}

function baselineOf({ baseline = BASELINE_NAME }: Settings, root: string, cwd: string): string | undefined {
  if (baseline === false) return undefined;
  return baseline === BASELINE_NAME ? BASELINE_NAME : relativeTo(root, path.resolve(cwd, baseline));
}

function relativeTo(root: string, file: string): string {
  if (path.sep === "/" && file.startsWith(`${root}/`)) return file.slice(root.length + 1);
  return path.relative(root, file).split(path.sep).join("/");
}
