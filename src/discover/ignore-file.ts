import { compileNameGlob, literalOf, matchPath } from "./match-glob.ts";

/** What an ignore file says of a path, which is relative to the file's folder and ends with `name`; undefined where it says nothing. */
export type IgnoreFile = (path: string, name: string, isFolder: boolean) => "ignored" | "tracked" | undefined;

interface Pattern {
  /** Later lines outrank earlier ones. */
  readonly line: number;
  readonly negated: boolean;
  readonly foldersOnly: boolean;
}

/** Most patterns are plain names: they are looked up, and only globs are tried one by one. */
interface Patterns {
  readonly names: Map<string, Pattern[]>;
  readonly paths: Map<string, Pattern[]>;
  readonly globs: (Pattern & { readonly matches: (path: string, name: string) => boolean })[];
}

/** Compiles the text of an ignore file. https://git-scm.com/docs/gitignore#_pattern_format */
export function readIgnoreFile(text: string): IgnoreFile {
  const patterns: Patterns = { names: new Map(), paths: new Map(), globs: [] };
  text.split(/\r?\n/).forEach((line, index) => addPattern(patterns, line, index));

  return (path, name, isFolder) => {
    let last: Pattern | undefined;
    const consider = (pattern: Pattern): void => {
      if ((isFolder || !pattern.foldersOnly) && (last === undefined || pattern.line > last.line)) last = pattern;
    };
    patterns.names.get(name)?.forEach(consider);
    patterns.paths.get(path)?.forEach(consider);
    for (const glob of patterns.globs) if (glob.matches(path, name)) consider(glob);
    return last && (last.negated ? "tracked" : "ignored");
  };
}

function addPattern({ names, paths, globs }: Patterns, text: string, line: number): void {
  const trimmed = withoutTrailingBlanks(text);
  const negated = trimmed.startsWith("!");
  const written = negated ? trimmed.slice(1) : trimmed;
  const path = written.replace(/^\/|\/$/g, "");
  const glob = path.replace(/^\*\*\/(?=[^/]+$)/, "");
  if (glob === "" || trimmed.startsWith("#")) return;

  const pattern = { line, negated, foldersOnly: written.endsWith("/") };
  const literal = literalOf(glob);
  const fromFolder = glob === path && (written.startsWith("/") || path.includes("/"));
  if (fromFolder) {
    if (literal === undefined) globs.push({ ...pattern, matches: pathMatcher(glob) });
    else paths.set(literal, [...(paths.get(literal) ?? []), pattern]);
  } else if (literal === undefined) {
    const matchesName = compileNameGlob(glob);
    globs.push({ ...pattern, matches: (_, name) => matchesName(name) });
  } else {
    names.set(literal, [...(names.get(literal) ?? []), pattern]);
  }
}

/** Blanks at the end count only behind a backslash. */
function withoutTrailingBlanks(text: string): string {
  const trimmed = text.trimEnd();
  return /(?<!\\)(?:\\\\)*\\$/.test(trimmed) ? `${trimmed} ` : trimmed;
}

/** `**` is any number of folders; at the end it is what lies in a folder, not the folder itself. */
function pathMatcher(glob: string): (path: string, name: string) => boolean {
  const parts = glob.split("/");
  const globs = parts.flatMap((part, index) => {
    if (part !== "**") return [compileNameGlob(part)];
    return index === parts.length - 1 ? ["**" as const, compileNameGlob("*")] : ["**" as const];
  });
  const last = globs.at(-1);
  return (path, name) => typeof last === "function" && last(name) && matchPath(globs, path.split("/"));
}
