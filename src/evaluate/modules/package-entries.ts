import type { Project } from "../../model/source-file.ts";
import { joinPath } from "./folders.ts";
import type { NodePackage } from "./node-packages.ts";
import { entriesOf, itemsOf, propertyOf, textsIn } from "./read-json.ts";
import { indexFileIn, sourceFileAt, sourceFolders, sourceOfOutput } from "./source-paths.ts";

/** The file that `name` or `name/subpath` stands for in a package; `subpath` is empty for the package itself. */
export function packageEntry(project: Project, { folder, manifest }: NodePackage, subpath: string): string | undefined {
  const key = subpath === "" ? "." : `./${subpath}`;
  const exported = targetsOf(exportsByPath(propertyOf(manifest, "exports")), key);
  const main = subpath === "" ? ["source", "module", "main", "types", "typings"].flatMap((field) => textsIn(propertyOf(manifest, field))) : [];
  for (const target of [...exported, ...main, ...(subpath === "" ? [] : [subpath])]) {
    const source = sourceOfOutput(project, folder, target);
    if (source !== undefined) return source;
  }
  for (const base of sourceFolders) {
    const path = joinPath(folder, `${base}/${subpath}`);
    const source = path === undefined ? undefined : ((subpath === "" ? undefined : sourceFileAt(project, path)) ?? indexFileIn(project, path));
    if (source !== undefined) return source;
  }
  return undefined;
}

/** `@scope/name/subpath`, `name`: the package's name and what follows it. */
export function splitSpecifier(specifier: string): { readonly name: string; readonly subpath: string } {
  const [first = "", second = "", ...rest] = specifier.split("/");
  const scoped = specifier.startsWith("@");
  return scoped ? { name: `${first}/${second}`, subpath: rest.join("/") } : { name: first, subpath: specifier.slice(first.length + 1) };
}

/** What a package's `imports` give for `#name`: paths beginning with `./`, or names of packages. */
export function importTargets({ manifest }: NodePackage, specifier: string): readonly string[] {
  return targetsOf(propertyOf(manifest, "imports"), specifier);
}

/** `exports` may be a target itself, conditions, or a map of subpaths. https://nodejs.org/api/packages.html#exports */
function exportsByPath(exports: unknown): unknown {
  const keys = entriesOf(exports).map(([key]) => key);
  return keys.some((key) => key.startsWith(".")) ? exports : { ".": exports };
}

/** The targets for a key, that of the longest pattern before `*` first; of conditions all, since any of them leads to the source. */
function targetsOf(map: unknown, key: string): readonly string[] {
  const matching = entriesOf(map).flatMap(([pattern, target]) => {
    const star = matchPattern(pattern, key);
    return star === undefined ? [] : [{ pattern, star, target }];
  });
  matching.sort((a, b) => b.pattern.indexOf("*") - a.pattern.indexOf("*") || b.pattern.length - a.pattern.length);
  const exact = matching.find(({ pattern }) => pattern === key);
  const best = exact ?? matching[0];
  return best ? leavesOf(best.target).map((target) => target.replaceAll("*", () => best.star)) : [];
}

/** What `*` in a pattern stands for; an empty text for a pattern that is the key; undefined where they do not match. */
export function matchPattern(pattern: string, key: string): string | undefined {
  const star = pattern.indexOf("*");
  if (star < 0) return pattern === key ? "" : undefined;
  const before = pattern.slice(0, star);
  const after = pattern.slice(star + 1);
  const matches = key.length >= before.length + after.length && key.startsWith(before) && key.endsWith(after);
  return matches ? key.slice(before.length, key.length - after.length) : undefined;
}

function leavesOf(target: unknown): readonly string[] {
  const leaves: string[] = [];
  const pending = [target];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next === "string") leaves.push(next);
    else pending.push(...[...itemsOf(next), ...entriesOf(next).map(([, value]) => value)].reverse());
  }
  return leaves;
}
