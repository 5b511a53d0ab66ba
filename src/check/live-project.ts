import type { FactCache } from "../cache/fact-cache.ts";
import { followFiles } from "../discover/follow-files.ts";
import { parseBaseline } from "../judge/baseline/parse-baseline.ts";
import { ruleSeverities } from "../judge/rule-severities.ts";
import type { Baseline } from "../model/baseline.ts";
import type { Finding, Severity } from "../model/finding.ts";
import type { OwnershipBook } from "../model/ownership.ts";
import { UserError } from "../model/problem.ts";
import type { AnyRule } from "../model/rule.ts";
import type { Candidates, SourceFile } from "../model/source-file.ts";
import { compileOwnership } from "../ownership/compile-ownership.ts";
import { loadOwnership } from "../ownership/load-ownership.ts";
import { describeMistake } from "../ownership/ownership-mistake.ts";
import { languageOf } from "../read/languages/index.ts";
import { openEffects, type Effects } from "./effect-schemas.ts";
import { withoutFiles } from "./effect-source.ts";
import { openKeptOwnership } from "./kept-ownership.ts";
import { openKeptReading, recallProject } from "./kept-reading.ts";
import { judgeReading } from "./judge-reading.ts";
import { openProject } from "./open-project.ts";
import { mayCopy, withPart } from "./read-schema.ts";
import { databasesOf, readProject, type ProjectReading } from "./read-project.ts";
import { readingAt } from "./reading-at.ts";
import { modelsOf } from "./source-models.ts";

/** Paths are relative to the root; `root` is absolute. */
export interface LiveOptions {
  readonly root: string;
  readonly ownership: string;
  /** Undefined where none is wanted. */
  readonly baseline: string | undefined;
  /** Where the reading of the whole project is kept from run to run. */
  readonly cache: FactCache | undefined;
}

/** A project that is judged file by file while it changes. */
export interface LiveProject {
  /**
   * What a check of the whole project would find in one file if that had this text: its new findings. None where it is no file of the project.
   * Throws a UserError while ownership.yaml or the baseline cannot be read.
   */
  findingsIn(path: string, text: string, question: FileQuestion): readonly Finding[];
}

export interface FileQuestion {
  /** Every rule, and which of them are not asked. What ownership.yaml turns off is off. */
  readonly rules: readonly AnyRule[];
  readonly off: ReadonlySet<string>;
  /** `2026-11-23` */
  readonly today: string;
}

/** Files besides the sources that say which modules and libraries a project has. */
const DECIDES = /(?:^|\/)(?:[^/]*config[^/]*\.json|package\.json|go\.(?:mod|work)|[^/]*workspace\.yaml)$/;

/** After more changes the whole project is read again; up to then changed files are read along with those that they may concern. */
const MAX_CHANGED = 8;

/** What is read of the whole project is read when it is first asked for. */
export function openLiveProject({ root, ownership, baseline, cache }: LiveOptions): LiveProject {
  const besides = [ownership, ...(baseline === undefined ? [] : [baseline])];
  const files = followFiles({ root, openProject: (revision) => openProject({ root, cache, ...(revision && { revision }), keepHashes: true }), besides });
  const models = modelsOf(files.project);
  const changed = new Set<string>();
  let book: OwnershipBook | undefined;
  let whole: ProjectReading | undefined;
  let mayHoldAccess: (file: SourceFile) => boolean = () => true;
  let read: { readonly path: string; readonly text: string; readonly reading: ProjectReading } | undefined;

  function refresh(): void {
    const changes = files.refresh();
    if (changes.changed.length === 0) return;
    read = undefined;
    models.forget(changes.changed);
    for (const path of changes.changed) if (DECIDES.test(path) || path === ownership || languageOf(path) !== undefined) changed.add(path);
    if (changes.listChanged || changed.has(ownership)) book = undefined;
    if (changed.has(ownership) || changed.size > MAX_CHANGED) whole = undefined;
  }

  /** A file that is not saved yet may be one of the project's. */
  function takeIn(path: string, text: string): boolean {
    files.open(path, text);
    if (files.project.has(path)) changed.add(path);
    return changed.has(path);
  }

  function openBook(): OwnershipBook {
    const reading = loadOwnership(`${root}/${ownership}`, root, files.project.paths, cache && openKeptOwnership(cache, root));
    if (reading.ownership === undefined || reading.mistakes.length > 0) throw new UserError(reading.mistakes.map(describeMistake).join(" "));
    return compileOwnership(reading.ownership);
  }

  function readWhole(asked: OwnershipBook): ProjectReading {
    files.open("", undefined);
    changed.clear();
    const opened = files.opened();
    const reads = asked.ownership.reads === "deny";
    mayHoldAccess = opened.candidateFilter({ reads });
    const kept = cache && openKeptReading(opened, { cache, root, book: asked, reads });
    return recallProject({ project: files.project, candidates: opened.candidatesIn([""], { reads }), book: asked }, kept, models);
  }

  function readingOf(path: string, text: string, asked: OwnershipBook): ProjectReading {
    whole ??= readWhole(asked);
    if (read?.path === path && read.text === text) return read.reading;
    files.open("", undefined);
    if (changed.size === 0 && files.hasText(path, text)) return whole;
    models.forget([path, ...(read ? [read.path] : [])]);
    files.open(path, text);
    const near = pathsAround(path, whole);
    const reading = readProject({ project: files.project, candidates: candidatesAmong(near), book: asked, effects: effectsOfOthers(near, whole, asked) }, models);
    read = { path, text, reading };
    return reading;
  }

  /** The files that decide what is found in one, and those that changed since the whole was read: these may have come to decide it. */
  function pathsAround(path: string, { links }: ProjectReading): ReadonlySet<string> {
    return new Set([...links.around(path), ...[...changed].flatMap((each) => [...links.around(each)])]);
  }

  /** A new statement may be one that triggers and foreign keys of any file are about. */
  function effectsOfOthers(near: ReadonlySet<string>, { effects }: ProjectReading, asked: OwnershipBook): Effects {
    const all = effects();
    const others = withoutFiles(all.source, (path) => near.has(path));
    return others === all.source ? all : openEffects(others, databasesOf(asked));
  }

  function candidatesAmong(near: ReadonlySet<string>): Candidates {
    const sources = [...near].sort().flatMap((each): SourceFile[] => {
      const language = languageOf(each);
      const text = language === undefined || !files.project.has(each) ? undefined : files.project.text(each);
      return language === undefined || text === undefined ? [] : [{ path: each, text, language }];
    });
    return {
      looked: sources.length,
      forEach: (visit) => sources.filter(mayHoldAccess).forEach(visit),
      forEachHolding: (words, visit) => sources.filter(({ text }) => words.some((word) => text.includes(word))).forEach(visit),
    };
  }

  return {
    findingsIn(path, text, { rules, off, today }) {
      refresh();
      if (languageOf(path) === undefined) return [];
      book ??= openBook();
      if (!files.project.has(path) && !takeIn(path, text)) return [];
      const reading = readingAt(readingOf(path, text, book), path);
      if (reading.accesses.length + reading.declared.length + reading.notes.length === 0) return [];
      const severities = ruleSeverities(rules, "strict", book.ownership, new Map([...off].map((rule): [string, Severity] => [rule, "off"])));
      const known = baseline === undefined ? undefined : openBaseline(baseline, files.project.text(baseline));
      const schema = whole && mayCopy(reading) ? withPart(whole, reading, (each) => each === path) : reading;
      const { findings } = judgeReading(reading, { project: files.project, book, rules: severities, today, whole: schema, ...(known && { baseline: known }) });
      return findings.filter(({ place, state }) => place.path === path && state === "new");
    },
  };
}

function openBaseline(path: string, text: string | undefined): Baseline | undefined {
  if (text === undefined) return undefined;
  const reading = parseBaseline(text);
  if (reading.kind === "entries") return { path, text, entries: reading.entries };
  throw new UserError(`${path}${reading.line === undefined ? "" : `:${reading.line}`}: ${reading.message}`);
}
