import { existsSync } from "node:fs";
import path from "node:path";
import type { OwnershipBook } from "../model/ownership.ts";
import { UserError } from "../model/problem.ts";
import { compileOwnership } from "../ownership/compile-ownership.ts";
import { findOwnership, loadOwnership, type KeptOwnership } from "../ownership/load-ownership.ts";
import { describeMistake, type OwnershipMistake } from "../ownership/ownership-mistake.ts";
import { parseOwnership } from "../ownership/parse-ownership.ts";
import { countOf } from "../report/count-words.ts";
import { printable } from "../report/printable.ts";
import { locatePaths } from "./locate-root.ts";

/** The ownership.yaml that was given, else the nearest from a folder upwards; undefined where there is none. */
export function findOwnershipFile(given: string | undefined, searched: string, cwd: string): string | undefined {
  return given === undefined ? findOwnership(searched) : locatePaths([given], cwd)[0];
}

/** Reads an ownership.yaml; `revised` has the texts that stand otherwise than in the folder, `kept` what earlier runs read. Throws a UserError with every mistake. */
export function openBook(file: string, root: string, projectPaths: readonly string[], revised: (path: string) => string | undefined, kept?: KeptOwnership): OwnershipBook {
  const relative = path.relative(root, file).split(path.sep).join("/");
  const text = revised(relative);
  const { ownership, mistakes } =
    text === undefined
      ? loadOwnership(file, root, projectPaths, kept)
      : parseOwnership(text, relative, { files: projectPaths, exists: (below) => existsSync(path.join(root, below)) });
  if (ownership === undefined || mistakes.length > 0) throw new UserError(describeMistakes(mistakes));
  return compileOwnership(ownership);
}

/** All of them at once, one a line. */
function describeMistakes(mistakes: readonly OwnershipMistake[]): string {
  const lines = mistakes.map((mistake) => printable(describeMistake(mistake)));
  return [`${countOf(mistakes.length, "mistake")} in ownership.yaml; nothing was checked.`, ...lines.map((line) => `  ${line}`)].join("\n");
}
