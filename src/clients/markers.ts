import type { ClientLibrary } from "../model/client.ts";
import type { Project } from "../model/source-file.ts";
import { clientLibraries } from "./index.ts";

/** Where a project of a language says which libraries it uses. */
const MANIFESTS: Readonly<Record<string, string>> = { go: "go.mod", typescript: "package.json" };

/**
 * Words that make a file worth reading though it holds no SQL verb: those that only a library's users write and, of a library
 * that a manifest of the project requires, its calls that name a table themselves. Where a language has no manifest, each counts.
 */
export function markersOf(project: Project): readonly string[] {
  const manifests = manifestsOf(project);
  return [...new Set(clientLibraries.flatMap((library) => [...(library.markers ?? []), ...(isRequired(library, manifests) ? callWords(library) : [])]))];
}

/** Whether a manifest of the project names a library; where there is no manifest of its language, `whereNoneIs`. Asked for first when a file needs to know. */
export function requirementsOf(project: Project, whereNoneIs = false): (library: ClientLibrary) => boolean {
  let manifests: ReturnType<typeof manifestsOf> | undefined;
  const known = new Map<ClientLibrary, boolean>();
  return (library) => {
    let isNamed = known.get(library);
    if (isNamed === undefined) {
      manifests ??= manifestsOf(project);
      isNamed = manifests.has(library.language) ? isRequired(library, manifests) : whereNoneIs;
      known.set(library, isNamed);
    }
    return isNamed;
  };
}

/** What the manifests of a project say, by language. */
export function manifestsOf(project: Project): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  for (const path of project.paths) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const language = Object.keys(MANIFESTS).find((each) => MANIFESTS[each] === name);
    const text = language === undefined ? undefined : project.text(path);
    if (language !== undefined && text !== undefined) texts.set(language, [...(texts.get(language) ?? []), text]);
  }
  return texts;
}

/** Whether a manifest of its language names a library; where there is none, any may be used. */
export function isRequired(library: ClientLibrary, manifests: ReadonlyMap<string, readonly string[]>): boolean {
  const texts = manifests.get(library.language);
  return !texts || library.modules.some((module) => texts.some((text) => text.includes(packageOf(module))));
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
  return members.flatMap((each) => Object.keys(each).flatMap((name) => (each[name]!.operation ? [each[name]!.common?.beside ?? `${name}(`] : [])));
}
