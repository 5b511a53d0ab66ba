import { existsSync, statSync } from "node:fs";
import type { Project } from "../model/source-file.ts";
import { decodeText } from "./decode-text.ts";
import type { OpenedProject } from "./open-project.ts";
import { hashOf } from "./content-hash.ts";
import { createFileReader } from "./read-file.ts";
import type { Revision } from "./revision.ts";

/** A project's files as they change on the disk, and one of them as it stands in an editor. */
export interface FollowedFiles {
  /** The same object always; what it answers changes with `refresh` and `open`. */
  readonly project: Project;
  /** The project as it was last walked through. */
  opened(): OpenedProject;
  /** Looks at the disk, where the last look is long enough ago. */
  refresh(): FileChanges;
  /** Whether a file has this text: as a rule without reading it again. */
  hasText(path: string, text: string): boolean;
  /** Gives a file the text that it has in an editor, until the next is given one; undefined for its own. A file that is not there yet is one of the project's if it would be. */
  open(path: string, text: string | undefined): void;
}

/** Paths are relative to the root. */
export interface FileChanges {
  readonly changed: readonly string[];
  /** Files came or went. */
  readonly listChanged: boolean;
}

export interface FollowOptions {
  /** An absolute path. */
  readonly root: string;
  readonly openProject: (revision?: Revision) => OpenedProject;
  /** Files to look after, be they the project's or not. */
  readonly besides: readonly string[];
}

const MAX_FILE_BYTES = 16 * 1024 * 1024;
/** Clocks of file systems may lag behind by as much, in milliseconds. */
const CLOCK_LAG = 50;
/** A look at the disk may take up this part of the time. */
const SHARE_OF_TIME = 0.01;

/** Trusts the time of a change, which no program can set back: what is replaced by an older file is seen too. */
export function followFiles({ root, openProject, besides }: FollowOptions): FollowedFiles {
  const readFile = createFileReader(MAX_FILE_BYTES);
  const unsaved = new Map<string, Buffer>();
  const fresh = new Map<string, string | undefined>();
  let lookedAt = Date.now();
  let opened = openProject();
  let nextLook = 0;
  let inEditor: { readonly path: string; readonly text: string } | undefined;

  function changedSince(path: string, time: number): boolean {
    const stats = statSync(`${root}/${path}`, { throwIfNoEntry: false });
    return stats === undefined ? opened.project.has(path) && !unsaved.has(path) : stats.ctimeMs >= time - CLOCK_LAG;
  }

  function textOnDisk(path: string): string | undefined {
    const reading = readFile(`${root}/${path}`);
    return reading.kind === "bytes" ? decodeText(reading.bytes) : undefined;
  }

  function look(): FileChanges {
    const since = lookedAt;
    lookedAt = Date.now();
    const changed = [...new Set([...opened.project.paths, ...besides])].filter((path) => changedSince(path, since));
    const before = opened.project.paths;
    const rulesChanged = changed.some((path) => path.endsWith(".gitignore"));
    if (rulesChanged || opened.folders.some((folder) => changedSince(folder, since))) reopen();
    else for (const path of changed) fresh.set(path, textOnDisk(path));
    const moved = opened.project.paths === before ? [] : differing(before, opened.project.paths);
    return { changed: [...new Set([...changed, ...moved])], listChanged: moved.length > 0 };
  }

  function reopen(): void {
    for (const path of unsaved.keys()) if (existsSync(`${root}/${path}`)) unsaved.delete(path);
    opened = openProject({ contents: unsaved, has: () => true });
    fresh.clear();
  }

  function textOf(path: string): string | undefined {
    if (inEditor?.path === path) return inEditor.text;
    if (!fresh.has(path) && besides.includes(path)) fresh.set(path, textOnDisk(path));
    return fresh.has(path) ? fresh.get(path) : opened.project.text(path);
  }

  return {
    project: {
      get paths() {
        return opened.project.paths;
      },
      has: (path) => opened.project.has(path),
      pathsIn: (folder) => opened.project.pathsIn(folder),
      text: textOf,
    },
    hasText(path, text) {
      const mayHaveChanged = inEditor?.path === path || fresh.has(path) || besides.includes(path);
      return (!mayHaveChanged && opened.hashOf(path) === hashOf(text)) || textOf(path) === text;
    },
    opened: () => opened,
    refresh() {
      const started = performance.now();
      if (started < nextLook) return UNCHANGED;
      const changes = nextLook === 0 ? UNCHANGED : look();
      const ended = performance.now();
      nextLook = ended + (ended - started) / SHARE_OF_TIME;
      return changes;
    },
    open(path, text) {
      inEditor = text === undefined ? undefined : { path, text };
      if (text === undefined || opened.project.has(path) || unsaved.has(path) || existsSync(`${root}/${path}`)) return;
      unsaved.set(path, Buffer.from(text));
      reopen();
    },
  };
}

const UNCHANGED: FileChanges = { changed: [], listChanged: false };

/** What only one of two lists has. */
function differing(left: readonly string[], right: readonly string[]): readonly string[] {
  const before = new Set(left);
  const after = new Set(right);
  return [...left.filter((path) => !after.has(path)), ...right.filter((path) => !before.has(path))];
}
