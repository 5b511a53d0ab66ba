import type { Ownership } from "../model/ownership.ts";
import { buildOwnership } from "./build-ownership.ts";
import { checkOwnership } from "./check-ownership.ts";
import type { ProjectPaths } from "./check-paths.ts";
import { checkShape } from "./check-shape.ts";
import { ownershipFile } from "./definition.ts";
import { formatKey } from "./ownership-mistake.ts";
import type { OwnershipMistake, Report } from "./ownership-mistake.ts";
import { readYaml } from "./read-yaml.ts";
import { positionFinder } from "./text-position.ts";
import type { TextPosition } from "./text-position.ts";
import { isEmpty } from "./yaml-value.ts";

/** What an ownership.yaml says, or all that is wrong with it. */
export interface OwnershipReading {
  /** Undefined when there are mistakes. */
  readonly ownership: Ownership | undefined;
  /** In order of their places. */
  readonly mistakes: readonly OwnershipMistake[];
}

/**
 * Reads the text of an ownership.yaml. `path` is the file's, relative to the root; with `project` the services' paths
 * are held against its files. Never throws.
 */
export function parseOwnership(text: string, path: string, project?: ProjectPaths): OwnershipReading {
  const positionOf = positionFinder(text);
  const found: { readonly offset: number; readonly mistake: OwnershipMistake }[] = [];
  const report: Report = ({ start: offset }, key, message, help) => {
    found.push({ offset, mistake: { path, ...positionOf(offset), key: formatKey(key), message: `${message}.`, ...(help === undefined ? {} : { help }) } });
  };
  const ownership = readOwnership(text, path, project, positionOf, report);
  if (found.length === 0) return { ownership, mistakes: [] };
  return { ownership: undefined, mistakes: found.sort((a, b) => a.offset - b.offset).map(({ mistake }) => mistake) };
}

function readOwnership(text: string, path: string, project: ProjectPaths | undefined, positionOf: (offset: number) => TextPosition, report: Report): Ownership | undefined {
  const file = readYaml(text, positionOf, report);
  if (!file) return undefined;
  if (isEmpty(file)) {
    report(file.span, [], "the file is empty", BEGINNING);
    return undefined;
  }
  checkShape(file, ownershipFile, [], report);
  const ownership = buildOwnership(file, path);
  checkOwnership(file, ownership, (offset) => positionOf(offset).line, project, report);
  return ownership;
}

const BEGINNING = "Begin with `version: 1` and `services:`, and under it for each service its `paths` and the tables it `owns`.";
