import type { FileNotes } from "../model/suppression.ts";
import type { ProjectReading } from "./read-project.ts";

/** Of what was read of a project, all that decides what is found in one file. */
export type FileReading = Pick<ProjectReading, "accesses" | "declared" | "notes" | "unusedNotes" | "problems" | "files">;

/** The part of a reading that concerns a file: accesses that stand in it or whose statement does, and the comments at all of them. */
export function readingAt(reading: ProjectReading, path: string): FileReading {
  return partsOf(reading).get(path) ?? NOTHING;
}

const NOTHING: FileReading = { accesses: [], declared: [], notes: [], unusedNotes: [], problems: [], files: 1 };
const known = new WeakMap<ProjectReading, ReadonlyMap<string, FileReading>>();

function partsOf(reading: ProjectReading): ReadonlyMap<string, FileReading> {
  const before = known.get(reading);
  if (before) return before;
  const parts = split(reading);
  known.set(reading, parts);
  return parts;
}

function split({ accesses, declared, notes, unusedNotes }: ProjectReading): ReadonlyMap<string, FileReading> {
  const accessesAt = groupBy(accesses, pathsOf);
  const declaredAt = groupBy(declared, ({ place }) => [place.path]);
  const unusedAt = groupBy(unusedNotes, ({ place }) => [place.path]);
  const notesOf = new Map(notes.map((each) => [pathOf(each), each]));
  return new Map(
    [...new Set([...accessesAt.keys(), ...declaredAt.keys(), ...notesOf.keys()])].map((path) => {
      const here = accessesAt.get(path) ?? [];
      const near = new Set([path, ...here.flatMap(pathsOf)]);
      return [path, { ...NOTHING, accesses: here, declared: declaredAt.get(path) ?? [], notes: [...near].flatMap((each) => notesOf.get(each) ?? []), unusedNotes: unusedAt.get(path) ?? [] }];
    }),
  );
}

function groupBy<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** Notes are those of one file, and never none. */
function pathOf({ suppressions, tableNotes, mistakes }: FileNotes): string {
  return [...suppressions, ...tableNotes, ...mistakes][0]?.place.path ?? "";
}

function pathsOf({ access: { place, statementPlace } }: ProjectReading["accesses"][number]): readonly string[] {
  return statementPlace && statementPlace.path !== place.path ? [place.path, statementPlace.path] : [place.path];
}
