import picomatch from "picomatch";
import type { Specificity } from "./specificity.ts";

/** A glob over paths, which are relative to the root with `/`. */
export interface PathPattern {
  readonly written: string;
  /** The folder above the first wildcard: everything that matches begins with it. */
  readonly base: string;
  readonly specificity: Specificity;
  matches(path: string): boolean;
}

/** Reads a glob; one without wildcards names a file, or a folder with all that is in it. */
export function readPathPattern(written: string): PathPattern {
  const pattern = clean(written);
  const unescaped = pattern.replace(/\\./g, "_");
  const wildcards = unescaped.match(WILDCARD) ?? [];
  if (wildcards.length === 0) {
    const folder = pattern === "" ? "" : `${pattern}/`;
    return { written, base: pattern, specificity: [folder.length, 1, 1], matches: (path) => path === pattern || path.startsWith(folder) };
  }
  const base = baseOf(pattern);
  // A file's name may hold a line end.
  const matchesGlob = picomatch(pattern, { dot: true, noextglob: true, flags: "s" });
  // Most paths are told apart by their folder, which costs less than the glob's regular expression.
  const matches = (path: string): boolean => path.startsWith(base) && matchesGlob(path);
  const literals = unescaped.length - wildcards.join("").length;
  return { written, base, specificity: [literals, wildcards.filter((wildcard) => wildcard === "**").length, wildcards.length], matches };
}

/** The file or folder that a path names as a whole: `backend/clinic` for itself and for `backend/clinic/**`; else undefined. */
export function namedWhole(written: string): string | undefined {
  const pattern = clean(written);
  const base = baseOf(pattern);
  return /^[/*]*$/.test(pattern.slice(base.length)) ? base : undefined;
}

/** The folder above the first wildcard, or all of a pattern without wildcards. */
function baseOf(pattern: string): string {
  const wildcard = pattern.search(/[\\*?[{(]/);
  return wildcard < 0 ? pattern : pattern.slice(0, Math.max(0, pattern.lastIndexOf("/", wildcard)));
}

/** Why a path cannot be a glob below the root; undefined where it can. */
export function faultOfPath(written: string): string | undefined {
  if (written.length > LONGEST_PATTERN) return "is too long";
  if (written.startsWith("!")) return "begins with `!`, but paths name what is a service's, not what is not";
  if (/^(?:\/|[A-Za-z]:[\\/])/.test(written)) return "is an absolute path";
  if (clean(written).split("/").includes("..")) return "leads out of the root";
  return (written.match(WILDCARD) ?? []).length > MOST_WILDCARDS ? "has too many wildcards" : undefined;
}

const WILDCARD = /\*+|\?|\[[^\]]*\]|\{[^}]*\}/g;
const LONGEST_PATTERN = 1000;
/** A glob becomes a regular expression, whose time grows with the power of its wildcards. */
const MOST_WILDCARDS = 12;

function clean(written: string): string {
  return written.trim().replace(/^(?:\.\/+)+/, "").replace(/^\.$/, "").replace(/\/+$/, "");
}
