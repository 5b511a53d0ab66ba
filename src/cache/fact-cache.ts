import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import path from "node:path";
import { replaceFile } from "./replace-file.ts";

/**
 * Facts kept from run to run, one file for each project and kind of them. Nothing here ever fails: what cannot be read is not there, what
 * cannot be written is not kept.
 */
export interface FactCache {
  /** What was last kept of a kind, if on the same terms and by the same build of this program. */
  load(kind: FactKind): unknown;
  /** `facts` is what JSON can hold. */
  save(kind: FactKind, facts: unknown): void;
}

export interface FactKind {
  /** The absolute path of the project's root. */
  readonly root: string;
  readonly name: string;
  /** What decides on the facts besides the project's files; what JSON can hold. */
  readonly terms: unknown;
}

export interface FactCacheOptions {
  /** An absolute path; made when something is first kept. */
  readonly folder: string;
  readonly build: string;
}

/** What stands in a file of the cache. */
interface KeptFacts {
  readonly terms: string;
  readonly facts: unknown;
}

const DAY = 24 * 60 * 60 * 1000;
/** Files that nobody asked for in this time are of projects that are gone. */
const KEPT_FOR = 30 * DAY;

export function openFactCache({ folder, build }: FactCacheOptions): FactCache {
  const fileOf = ({ root, name }: FactKind): string => path.join(folder, `${hashOf([root, name])}.json`);
  const termsOf = ({ terms }: FactKind): string => hashOf([build, terms]);
  return {
    load(kind) {
      const kept = readKept(fileOf(kind));
      return kept?.terms === termsOf(kind) ? kept.facts : undefined;
    },
    save(kind, facts) {
      try {
        replaceFile(fileOf(kind), JSON.stringify({ terms: termsOf(kind), facts } satisfies KeptFacts));
        removeOld(folder);
      } catch {
        // A full disk or a folder that is not ours: the next run reads the sources again.
      }
    },
  };
}

function readKept(file: string): KeptFacts | undefined {
  try {
    const kept = JSON.parse(readFileSync(file, "utf8")) as KeptFacts;
    markUsed(file);
    return kept;
  } catch {
    return undefined;
  }
}

/** Once a day is enough. */
function markUsed(file: string): void {
  const now = Date.now();
  if (statSync(file).mtimeMs < now - DAY) utimesSync(file, now / 1000, now / 1000);
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (statSync(file).mtimeMs < Date.now() - KEPT_FOR) rmSync(file, { force: true });
  }
}

function hashOf(terms: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(terms)).digest("hex").slice(0, 32);
}
