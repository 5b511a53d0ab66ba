import type { ClientLibrary } from "../model/client.ts";
import type { LanguageId, Project } from "../model/source-file.ts";
import { clientLibraries } from "./index.ts";

/** Files in which a project of a language says which libraries it uses (https://go.dev/ref/mod#go-mod-file, https://docs.npmjs.com/cli/configuring-npm/package-json, https://docs.deno.com/runtime/fundamentals/configuration). */
const MANIFESTS: Readonly<Record<string, LanguageId>> = { "go.mod": "go", "package.json": "typescript", "deno.json": "typescript", "deno.jsonc": "typescript", "import_map.json": "typescript" };

/**
 * Words that make a file worth reading though it holds no SQL verb: those that only a library's users write and, of a library
 * that a manifest of the project requires, its calls that name a table themselves. Where a language has no manifest, each counts.
 */
export function markersOf(project: Project): readonly string[] {
  const manifests = manifestsOf(project);
  return [...new Set(clientLibraries.flatMap((library) => [...(library.markers ?? []), ...(isRequired(library, manifests) ? callWords(library) : [])]))];
}

/** Whether a manifest of the project names a library; asked for first when a file needs to know. */
export function requirementsOf(project: Project): (library: ClientLibrary) => boolean {
  let manifests: ReturnType<typeof manifestsOf> | undefined;
  const known = new Map<ClientLibrary, boolean>();
  return (library) => {
    let isNamed = known.get(library);
    if (isNamed === undefined) {
      manifests ??= manifestsOf(project);
      isNamed = manifests.has(library.language) && isRequired(library, manifests);
      known.set(library, isNamed);
    }
    return isNamed;
  };
}

/** The manifests among the paths of a project: linters ask file by file. */
const manifestPaths = new WeakMap<readonly string[], readonly string[]>();

function languageOfManifest(path: string): LanguageId | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return Object.hasOwn(MANIFESTS, name) ? MANIFESTS[name] : undefined;
}

/** What the manifests of a project say, by language. */
export function manifestsOf(project: Project): ReadonlyMap<string, readonly string[]> {
  let paths = manifestPaths.get(project.paths);
  if (!paths) manifestPaths.set(project.paths, (paths = project.paths.filter((path) => languageOfManifest(path) !== undefined)));
  const texts = new Map<string, string[]>();
  for (const path of paths) {
    const language = languageOfManifest(path)!;
    const text = project.text(path);
    if (text !== undefined) texts.set(language, [...(texts.get(language) ?? []), text]);
  }
  return texts;
}

/** Whether a manifest of its language names a library; where there is none, any may be used. */
export function isRequired(library: ClientLibrary, manifests: ReadonlyMap<string, readonly string[]>): boolean {
  const texts = manifests.get(library.language);
  return !texts || library.modules.map(packageOf).some((name) => texts.some((text) => names(text, name, library.language)));
}

/** A whole name in a manifest, forks and types of it too: `"knex"`, `"@someone/knex"`, `npm:knex@^3`, `https://esm.sh/knex@3`; so does a script that begins with its command: `"migrate": "node-pg-migrate up"`. */
function names(manifest: string, name: string, language: LanguageId): boolean {
  if (language !== "typescript") return manifest.includes(name);
  if (manifest.includes(`"${name} `)) return true;
  const [before, after] = name.endsWith("/*") ? [name.slice(0, -1), [""]] : [name, ['"', "@"]];
  return after.some((end) => ['"', "/", ":"].some((start) => manifest.includes(`${start}${before}${end}`)));
}

/**
 * The libraries that a project may call: those that its manifests require, those that come with the language or its runtime, and those
 * whose types any of these has as its own.
 */
export function usableLibraries(libraries: readonly ClientLibrary[], project: Project): readonly ClientLibrary[] {
  const manifests = manifestsOf(project);
  const usable = new Set(libraries.filter((library) => library.globals !== undefined || library.modules.some(comesAlong) || isRequired(library, manifests)));
  for (const library of usable) {
    const { language } = library;
    const modules = modulesNamed(library);
    for (const each of libraries) if (each.language === language && each.modules.some((module) => modules.has(module))) usable.add(each);
  }
  return [...usable];
}

/** Go's own packages have no host (https://go.dev/ref/mod#module-path); `node:sqlite`, `bun` and `bun:sqlite` come with the runtime. */
function comesAlong(module: string): boolean {
  return module.includes(":") ? !module.startsWith("@") : module === "database/sql" || module === "bun";
}

const modulesByLibrary = new WeakMap<ClientLibrary, ReadonlySet<string>>();

/** The modules of each `module#Type` in a library's tables. */
function modulesNamed(library: ClientLibrary): ReadonlySet<string> {
  let modules = modulesByLibrary.get(library);
  if (!modules) {
    const { exports, types } = library;
    modules = new Set([...JSON.stringify([exports, types]).matchAll(/"([^"#]+)#\w+(?:\[\])?"/g)].map(([, module]) => module!));
    modulesByLibrary.set(library, modules);
  }
  return modules;
}

/** The part of a specifier that a manifest names: `@scope/name`, `name`, `github.com/owner/name`, `gorm.io/gorm`. */
function packageOf(module: string): string {
  const parts = module.split("/");
  if (parts[0] === "*") return `/${parts[1]}`;
  const isHost = parts[0]!.includes(".");
  const length = isHost ? (parts[0] === "github.com" ? 3 : 2) : parts[0]!.startsWith("@") ? 2 : 1;
  return parts.slice(0, length).join("/");
}

/** `Create(`: the members that do something to a table, as a call of them is written. */
function callWords(library: ClientLibrary): readonly string[] {
  const members = [library.exports, ...Object.values(library.types).map((type) => type.members)];
  return members.flatMap((each) => Object.keys(each).flatMap((name) => (each[name]!.operation ? [each[name]!.beside ?? `${name}(`] : [])));
}
