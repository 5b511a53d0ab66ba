import type { FactCache, FactKind } from "../cache/fact-cache.ts";
import type { OpenedProject } from "../discover/open-project.ts";
import type { ProjectSnapshot } from "../discover/project-snapshot.ts";
import type { OwnershipBook } from "../model/ownership.ts";
import type { TableAccess } from "../model/table-access.ts";
import { createFileLinks, type FileLinks, type LinkData } from "./file-links.ts";
import type { ProjectModels } from "./source-models.ts";
import { readProject, type AccessInput, type ProjectReading } from "./read-project.ts";

/** The reading of a whole project, kept from run to run. */
export interface KeptReading {
  /** The reading of an earlier run, if all files are what they were. */
  load(): ProjectReading | undefined;
  /** Keeps a reading for later runs. */
  save(reading: ProjectReading): void;
}

export interface KeptReadingOptions {
  readonly cache: FactCache;
  /** An absolute path. */
  readonly root: string;
  readonly book: OwnershipBook | undefined;
  /** Whether files whose statements only read were read too. */
  readonly reads: boolean;
}

/** A reading without what is made of it again: services follow from ownership.yaml. */
interface ReadingData extends Omit<ProjectReading, "accesses" | "links"> {
  readonly accesses: readonly TableAccess[];
  readonly links: LinkData;
}

/** Which files must be read together, kept from run to run: it counts though files have changed since, which are read. */
export interface KeptLinks {
  load(): FileLinks | undefined;
  save(links: FileLinks): void;
}

export function openKeptLinks({ cache, root }: Pick<KeptReadingOptions, "cache" | "root">): KeptLinks {
  const kind: FactKind = { root, name: "links", terms: null };
  return {
    load() {
      const kept = cache.load(kind) as LinkData | undefined;
      return kept && createFileLinks(kept);
    },
    save: (links) => cache.save(kind, links.data()),
  };
}

interface KeptData {
  readonly snapshot: ProjectSnapshot;
  readonly reading: ReadingData;
}

export function openKeptReading(opened: OpenedProject, { cache, root, book, reads }: KeptReadingOptions): KeptReading {
  const kind: FactKind = { root, name: reads ? "accesses" : "writes", terms: book?.ownership ?? null };
  const keep = (snapshot: ProjectSnapshot, reading: ReadingData): void => cache.save(kind, { snapshot, reading } satisfies KeptData);
  return {
    load() {
      const kept = cache.load(kind) as KeptData | undefined;
      const snapshot = kept && opened.renewSnapshot(kept.snapshot);
      if (!snapshot) return undefined;
      if (snapshot !== kept.snapshot) keep(snapshot, kept.reading);
      return readingOf(kept.reading, book);
    },
    save(reading) {
      const snapshot = opened.takeSnapshot();
      if (!snapshot) return;
      keep(snapshot, dataOf(reading));
      openKeptLinks({ cache, root }).save(reading.links);
    },
  };
}

/** The reading that is kept, else a new one, which then is. `models` are those of the project, where some are read already. */
export function recallProject(input: AccessInput, kept: KeptReading | undefined, models?: ProjectModels): ProjectReading {
  const before = kept?.load();
  if (before) return before;
  const reading = readProject(input, models);
  kept?.save(reading);
  return reading;
}

function dataOf({ accesses, links, ...rest }: ProjectReading): ReadingData {
  return { ...rest, accesses: accesses.map(({ access }) => access), links: links.data() };
}

function readingOf({ accesses, links, ...rest }: ReadingData, book: OwnershipBook | undefined): ProjectReading {
  return { ...rest, accesses: accesses.map((access) => ({ access, service: book?.serviceOf(access.place.path) })), links: createFileLinks(links) };
}
