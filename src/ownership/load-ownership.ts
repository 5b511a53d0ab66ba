import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Ownership } from "../model/ownership.ts";
import { parseOwnership } from "./parse-ownership.ts";
import type { OwnershipReading } from "./parse-ownership.ts";

export type { OwnershipReading } from "./parse-ownership.ts";

/** The ownership.yaml of a folder, or of the nearest folder above it that has one. */
export function findOwnership(startFolder: string): string | undefined {
  let folder = resolve(startFolder);
  for (;;) {
    const file = join(folder, "ownership.yaml");
    if (existsSync(file)) return file;
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}

/** What an earlier run made of an ownership.yaml. `terms` is all that decides on it. */
export interface KeptOwnership {
  load(terms: readonly unknown[]): Ownership | undefined;
  save(terms: readonly unknown[], ownership: Ownership): void;
}

/**
 * Reads an ownership.yaml. `root` is the folder that services' paths are relative to; with `projectPaths`, every file of the
 * project relative to it, paths that match nothing are mistakes. A file that cannot be read is a mistake too; never throws.
 * One without mistakes is kept, where nothing but those files decided on that.
 */
export function loadOwnership(file: string, root: string, projectPaths?: readonly string[], kept?: KeptOwnership): OwnershipReading {
  const path = relative(root, file).split(sep).join("/");
  const text = readText(file);
  if (typeof text !== "string") return { ownership: undefined, mistakes: [{ path, line: 1, column: 1, key: "", ...text }] };
  if (!projectPaths) return parseOwnership(text, path);
  const terms = [path, text, projectPaths];
  const before = kept?.load(terms);
  if (before) return { ownership: before, mistakes: [] };
  const lookedFor: string[] = [];
  const exists = (below: string): boolean => {
    lookedFor.push(below);
    return existsSync(join(root, below));
  };
  const reading = parseOwnership(text, path, { files: projectPaths, exists });
  if (reading.ownership && lookedFor.length === 0) kept?.save(terms, reading.ownership);
  return reading;
}

interface Unreadable {
  readonly message: string;
  readonly help?: string;
}

/** The file's text without its byte order mark, or why it cannot be had. */
function readText(file: string): string | Unreadable {
  try {
    const facts = statSync(file);
    if (!facts.isFile()) return { message: "the file cannot be read: it is no file but a folder or a device." };
    if (facts.size > MAX_BYTES) return { message: "the file is too large to be an ownership.yaml.", help: "Use globs such as `clinic_*` instead of listing every table." };
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) return { message: "the file is not UTF-8 text.", help: "Save it as UTF-8." };
    return { message: `the file cannot be read: ${reasonOf(error)}.` };
  }
}

const MAX_BYTES = 2 * 1024 * 1024;

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
      return "there is none";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    default:
      return String(code ?? error);
  }
}
