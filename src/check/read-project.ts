import { applyTableNotes } from "../judge/suppressions/apply-table-notes.ts";
import { readNotes } from "../judge/suppressions/read-notes.ts";
import type { NoteFault } from "../model/fault.ts";
import type { DeclaredTable } from "../model/declared-table.ts";
import type { OwnershipBook, Service } from "../model/ownership.ts";
import type { Problem } from "../model/problem.ts";
import type { Candidates, Project } from "../model/source-file.ts";
import type { Dialect } from "../model/sql-statement.ts";
import type { FileNotes } from "../model/suppression.ts";
import type { TableAccess } from "../model/table-access.ts";
import { declaringLibraries, findDeclaredTables } from "../clients/find-declared-tables.ts";
import { addIndirectWrites, noteEffects } from "./add-indirect-writes.ts";
import { analyse, type Analysis } from "./analysis.ts";
import { openEffects, type DatabasesOf, type Effects } from "./effect-schemas.ts";
import { effectSourceOf } from "./effect-source.ts";
import type { FileLinks } from "./file-links.ts";
import { collectorOf, type AccessCollector } from "./find-accesses.ts";
import { linkGenerated } from "./link-generated.ts";
import { placeInSchemas } from "./place-in-schemas.ts";
import { modelsOf, type ProjectModels } from "./source-models.ts";

export interface AccessInput {
  readonly project: Project;
  /** What to judge; other files of the project are read where these use what they declare. */
  readonly candidates: Candidates;
  /** Undefined: no ownership.yaml, accesses belong to no service. */
  readonly book: OwnershipBook | undefined;
  /** What the other files of the project tell of how writes lead to others, where that is known. */
  readonly effects?: Effects;
}

export interface ProjectReading {
  /** Sorted by path and place. */
  readonly accesses: readonly { readonly access: TableAccess; readonly service: Service | undefined }[];
  /** Of every file that an access stands in or that was read for its own sake. */
  readonly notes: readonly FileNotes[];
  /** Comments that tell a table where none is unknown. */
  readonly unusedNotes: readonly NoteFault[];
  readonly problems: readonly Problem[];
  /** How many files were looked at. */
  readonly files: number;
  /** Which files decided on what was found in which. */
  readonly links: FileLinks;
  /** The tables that the files declare without creating them. */
  readonly declared: readonly DeclaredTable[];
  /** How writes lead to others. */
  readonly effects: () => Effects;
}

/** What the candidates do to the database, and what their comments say to the gate. `models` are those of the project, where some are read already. */
export function readProject(input: AccessInput, models: ProjectModels = modelsOf(input.project)): ProjectReading {
  const { project, candidates, book } = input;
  const analysis = analyse(project, models);
  const collector = collectorOf(analysis, { dialectOf: dialectsOf(book), serviceOf: (path) => book?.serviceOf(path)?.name });
  const problems: Problem[] = [];
  const notes = new Map<string, FileNotes | undefined>();
  candidates.forEach((file) => {
    const model = models.read(file);
    collector.add(model);
    notes.set(file.path, readNotes(model));
    problems.push(...model.problems);
  });
  addUsersOfConstants(candidates, models, collector);
  addUsersOfRelations(analysis, candidates, models, collector);
  addCallersOfHelpers(analysis, candidates, models, collector);

  const declared = declaredTables(input, analysis, models);
  const direct = linkGenerated(collector.accesses(), models);
  for (const { place, repeats } of direct) if (repeats) collector.links.noteTeller(place.path, repeats.path);
  const source = effectSourceOf(collector.scripts, direct, { declared, keys: analysis.relationKeys() }, input.effects?.source);
  const effects = input.effects?.source === source ? input.effects : openEffects(source, databasesOf(book));
  if (!input.effects) noteEffects(effects, collector.links);
  const found = placeInSchemas(addIndirectWrites(direct, collector.scripts, effects), book, project);
  const allNotes = withNotesAt(found, notes, models);
  const { accesses, unused } = applyTableNotes(found, allNotes);
  return {
    accesses: accesses.map((access) => ({ access, service: book?.serviceOf(access.place.path) })),
    notes: allNotes,
    unusedNotes: unused,
    problems,
    files: candidates.looked,
    links: collector.links,
    declared,
    effects: () => effects,
  };
}

/** Tables are declared in files that may hold no SQL at all: these are found by the words of the libraries. */
function declaredTables({ project, candidates }: AccessInput, analysis: Analysis, models: ProjectModels): readonly DeclaredTable[] {
  const libraries = declaringLibraries(project);
  const words = libraries.flatMap(({ declaring = [] }) => declaring);
  const declared: DeclaredTable[] = [];
  if (words.length > 0) {
    candidates.forEachHolding(
      words,
      (file) => declared.push(...findDeclaredTables(models.read(file), libraries, analysis)),
      (path) => models.mayMention(path, words),
    );
  }
  return declared;
}

/** Formats are filled in in files that may hold no SQL at all: these are found by the names of the constants. */
function addUsersOfConstants(candidates: Candidates, models: ProjectModels, collector: AccessCollector): void {
  const constants = collector.openConstants();
  const words = [...new Set([...constants.values()].flatMap((names) => [...names]))];
  if (words.length === 0) return;
  candidates.forEachHolding(words, (file) => {
    const names = constants.get(file.language);
    if (names) collector.addUsersOf(names, models.read(file));
  });
}

/** Rows are related in files that may hold nothing else of the library: these are found by the names of the methods. */
function addUsersOfRelations(analysis: Analysis, candidates: Candidates, models: ProjectModels, collector: AccessCollector): void {
  const methods = analysis.relationMethods();
  const words = [...methods.values()].flatMap((names) => [...names]).map((name) => `${name}(`);
  if (words.length === 0) return;
  candidates.forEachHolding(words, (file) => {
    const names = methods.get(file.language);
    if (names) collector.addCallsOf(names, models.read(file));
  });
}

/** How many calls deep a helper may lie below the call that names its table. */
const MAX_ROUNDS = 5;

/** Helpers are called in files that hold no SQL at all: these are found by the helpers' names, round by round as callers turn out to be helpers too. */
function addCallersOfHelpers(analysis: Analysis, candidates: Candidates, models: ProjectModels, collector: AccessCollector): void {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const helpers = analysis.helpers.takeNew();
    const words = [...helpers.values()].flatMap((each) => [...each.words]);
    if (words.length === 0) return;
    const names = [...helpers.values()].flatMap((each) => [...each.names]);
    candidates.forEachHolding(
      words,
      (file) => {
        const named = helpers.get(file.language)?.names;
        if (named) collector.addCallsOf(named, models.read(file));
      },
      (path) => models.mayMention(path, names),
    );
  }
}

/** The notes of all files that an access stands in, besides those read already. */
function withNotesAt(accesses: readonly TableAccess[], notes: Map<string, FileNotes | undefined>, models: ProjectModels): readonly FileNotes[] {
  for (const { place, statementPlace } of accesses) {
    for (const { path } of statementPlace ? [place, statementPlace] : [place]) {
      if (notes.has(path)) continue;
      const model = models.of(path);
      notes.set(path, model && readNotes(model));
    }
  }
  return [...notes.values()].filter((each) => each !== undefined);
}

/** The databases that the code of a file may reach: its service's, else all; one without a name where ownership.yaml names none. */
export function databasesOf(book: OwnershipBook | undefined): DatabasesOf {
  const all = book?.ownership.databases.map(({ name }) => name) ?? [];
  if (!book || all.length === 0) return () => [""];
  return (path) => {
    const named = book.serviceOf(path)?.databases ?? [];
    return named.length > 0 ? named : all;
  };
}

/** The dialect that ownership.yaml names for a file: its service's only database's, else the common one. */
function dialectsOf(book: OwnershipBook | undefined): (path: string) => Dialect | undefined {
  if (!book) return () => undefined;
  const { databases, dialect } = book.ownership;
  const common = dialect === "generic" ? undefined : dialect;
  return (path) => {
    const used = book.serviceOf(path)?.databases ?? [];
    const only = used.length === 1 ? databases.find((database) => database.name === used[0]) : undefined;
    return only?.dialect ?? common;
  };
}
