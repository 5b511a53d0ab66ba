import type { FactCache, FactKind } from "../cache/fact-cache.ts";
import type { OpenedProject } from "../discover/open-project.ts";
import type { ProjectSnapshot } from "../discover/project-snapshot.ts";
import type { CheckReport } from "../model/finding.ts";
import type { OwnershipBook } from "../model/ownership.ts";
import type { TableAccess } from "../model/table-access.ts";
import { openEffects, type Effects } from "./effect-schemas.ts";
import type { EffectSource } from "./effect-source.ts";
import { createFileLinks, type FileLinks, type LinkData } from "./file-links.ts";
import type { ProjectModels } from "./source-models.ts";
import { databasesOf, readProject, type AccessInput, type ProjectReading } from "./read-project.ts";

/** The reading of a whole project and what was judged of it, kept from run to run. */
export interface KeptReading {
  /** The reading of an earlier run, if all files are what they were. `readAnew` reads them for what was not kept of it. */
  load(readAnew: () => ProjectReading): ProjectReading | undefined;
  /** Keeps a reading for later runs. */
  save(reading: ProjectReading): void;
  /** The report of an earlier run on the same terms, if all files are what they were. `terms` is all that decides on it besides them; what JSON can hold. */
  loadReport(terms: unknown): CheckReport | undefined;
  /** Keeps the report on a reading that was loaded or saved before. */
  saveReport(terms: unknown, report: CheckReport): void;
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
interface ReadingData extends Omit<ProjectReading, "accesses" | "links" | "effects"> {
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

/** Facts of the files that a snapshot with this id is of. */
interface Kept {
  readonly of: string;
  readonly facts: unknown;
}

export function openKeptReading(opened: OpenedProject, { cache, root, book, reads }: KeptReadingOptions): KeptReading {
  const name = reads ? "accesses" : "writes";
  const filesKind: FactKind = { root, name: `${name} files`, terms: null };
  const readingKind: FactKind = { root, name, terms: book?.ownership ?? null };
  const effectsKind: FactKind = { root, name: `${name} effects`, terms: book?.ownership ?? null };
  const reportKind = (terms: unknown): FactKind => ({ root, name: `${name} report`, terms: [book?.ownership ?? null, terms] });
  let current: string | undefined;
  let isLookedAt = false;

  /** The id under which facts of the files as they are now are kept. */
  function currentFiles(): string | undefined {
    if (isLookedAt) return current;
    isLookedAt = true;
    const kept = cache.load(filesKind) as ProjectSnapshot | undefined;
    const snapshot = kept && opened.renewSnapshot(kept);
    if (snapshot && snapshot !== kept) cache.save(filesKind, snapshot);
    return (current = snapshot?.id);
  }

  function load(kind: FactKind): unknown {
    const id = currentFiles();
    const kept = id === undefined ? undefined : (cache.load(kind) as Kept | undefined);
    return kept?.of === id ? kept?.facts : undefined;
  }

  function save(kind: FactKind, facts: unknown): void {
    if (current !== undefined) cache.save(kind, { of: current, facts } satisfies Kept);
  }

  return {
    load(readAnew) {
      const data = load(readingKind) as ReadingData | undefined;
      if (!data) return undefined;
      let effects: Effects | undefined;
      const effectsOf = (): Effects => {
        const source = load(effectsKind) as EffectSource | undefined;
        return source ? openEffects(source, databasesOf(book)) : readAnew().effects();
      };
      return readingOf(data, book, () => (effects ??= effectsOf()));
    },
    save(reading) {
      const snapshot = opened.takeSnapshot();
      if (!snapshot) return;
      current = snapshot.id;
      isLookedAt = true;
      cache.save(filesKind, snapshot);
      save(readingKind, dataOf(reading));
      save(effectsKind, reading.effects().source);
      openKeptLinks({ cache, root }).save(reading.links);
    },
    loadReport: (terms) => load(reportKind(terms)) as CheckReport | undefined,
    saveReport: (terms, report) => save(reportKind(terms), report),
  };
}

/** The reading that is kept, else a new one, which then is. `models` are those of the project, where some are read already. */
export function recallProject(input: AccessInput, kept: KeptReading | undefined, models?: ProjectModels): ProjectReading {
  const before = kept?.load(() => readProject(input, models));
  if (before) return before;
  const reading = readProject(input, models);
  kept?.save(reading);
  return reading;
}

function dataOf({ accesses, links, effects: _, ...rest }: ProjectReading): ReadingData {
  return { ...rest, accesses: accesses.map(({ access }) => access), links: links.data() };
}

function readingOf({ accesses, links, ...rest }: ReadingData, book: OwnershipBook | undefined, effects: () => Effects): ProjectReading {
  return { ...rest, effects, accesses: accesses.map((access) => ({ access, service: book?.serviceOf(access.place.path) })), links: createFileLinks(links) };
}
