import { compareTexts } from "../../model/compare-texts.ts";

/** A folder taken for a service's. */
export interface InferredService {
  readonly name: string;
  /** Relative to the root; `""` for the root. */
  readonly folder: string;
}

export interface ServiceGuess {
  /** Sorted by folder; never empty where a file touches a table. */
  readonly services: readonly InferredService[];
  /** Folders of code that touches tables for several services. */
  readonly libraries: readonly string[];
}

/** What stands in the folder of something that is built or deployed by itself. */
const UNIT_FILES = /^(?:go\.mod|main\.go|package\.json|deno\.jsonc?|wrangler\.(?:toml|jsonc?)|Dockerfile|Procfile|pyproject\.toml|requirements\.txt|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|composer\.json|Gemfile|mix\.exs)$/;

/** Folders whose folders are services each, unless they are a layer of one program's code. */
const CONTAINERS: ReadonlySet<string> = new Set(["services", "service", "svc", "microservices", "apps", "backend", "backends", "servers", "functions", "lambdas", "workers"]);

/** Folders of one program's code. */
const CODE: ReadonlySet<string> = new Set(["src", "lib", "app", "internal", "pkg", "server", "api"]);

/** Names of folders that hold what several services use. */
const LIBRARY = /^(?:common|shared|libs?|libraries|core|utils?|helpers?|db|database|models?|entities|schemas?|migrations?|prisma|drizzle|sql|storage|store|types|internal|pkg|sdk)$/;

/**
 * The services of a project, by its folders: those that are built by themselves or stand in a folder of services, and in which a file touches a
 * table. One that holds several others is none. `rootName` names the only service of a project without such folders.
 */
export function inferServices(paths: readonly string[], touching: readonly string[], rootName: string): ServiceGuess {
  const units = unitFolders(paths);
  const chosen = chooseFolders("", touching, units);
  const named = chosen.filter((folder) => !LIBRARY.test(lastName(folder)));
  const folders = named.length > 0 ? named : chosen;
  const outside = touching.filter((path) => !folders.some((folder) => isIn(path, folder)));
  const isOne = folders.length < 2 && outside.length > 0;
  const services = isOne ? [...folders.filter((folder) => folder !== ""), ""] : folders;
  return { services: nameFolders(services, rootName).sort((a, b) => compareTexts(a.folder, b.folder)), libraries: isOne ? [] : libraryFolders(outside, chosen) };
}

function unitFolders(paths: readonly string[]): ReadonlySet<string> {
  const built = new Set(paths.filter((path) => path.includes("/") && UNIT_FILES.test(lastName(path))).map(folderOf));
  const contained = new Set<string>();
  for (const path of paths) {
    const folders = path.split("/").slice(0, -1);
    const depth = folders.findIndex((name) => CONTAINERS.has(name));
    const above = folders.slice(0, depth);
    const isLayer = above.some((name, index) => CODE.has(name) || built.has(folders.slice(0, index + 1).join("/")));
    if (depth >= 0 && depth + 1 < folders.length && !isLayer) contained.add(folders.slice(0, depth + 2).join("/"));
  }
  return new Set([...built, ...contained]);
}

/** The units right below a folder of which files touch tables; each that holds several such units gives way to them. */
function chooseFolders(folder: string, touching: readonly string[], units: ReadonlySet<string>): readonly string[] {
  const inner = new Map<string, string[]>();
  for (const path of touching) {
    const unit = nextUnit(path, folder, units);
    if (unit !== undefined) inner.set(unit, [...(inner.get(unit) ?? []), path]);
  }
  return [...inner].flatMap(([unit, files]) => {
    const parts = chooseFolders(unit, files, units);
    return parts.length > 1 || (parts.length === 1 && CONTAINERS.has(lastName(unit))) ? parts : [unit];
  });
}

/** The outermost unit that a file lies in, below a folder. */
function nextUnit(path: string, folder: string, units: ReadonlySet<string>): string | undefined {
  const names = path.split("/");
  const depth = folder === "" ? 0 : folder.split("/").length;
  for (let length = depth + 1; length < names.length; length++) {
    const unit = names.slice(0, length).join("/");
    if (units.has(unit)) return unit;
  }
  return undefined;
}

/** The chosen folder that a file lies in, else its topmost. */
function libraryFolders(outside: readonly string[], chosen: readonly string[]): readonly string[] {
  const folders = outside.map((path) => chosen.find((folder) => isIn(path, folder)) ?? path.slice(0, Math.max(0, path.indexOf("/"))));
  return [...new Set(folders)].sort(compareTexts);
}

/** A folder's own name, with that of the folder around it where several have the same. */
function nameFolders(folders: readonly string[], rootName: string): InferredService[] {
  const names = folders.map((folder) => (folder === "" ? rootName : lastName(folder)));
  return folders.map((folder, index) => {
    const isAlone = names.filter((name) => name.toLowerCase() === names[index]!.toLowerCase()).length === 1;
    return { folder, name: isAlone ? names[index]! : folder === "" ? rootName : folder.split("/").join("-") };
  });
}

function isIn(path: string, folder: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function lastName(folder: string): string {
  return folder.slice(folder.lastIndexOf("/") + 1);
}
