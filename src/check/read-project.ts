import { applyTableNotes } from "../judge/suppressions/apply-table-notes.ts";
import { readNotes } from "../judge/suppressions/read-notes.ts";
import type { NoteFault } from "../model/fault.ts";
import type { OwnershipBook, Service } from "../model/ownership.ts";
import type { Problem } from "../model/problem.ts";
import type { Candidates, Project } from "../model/source-file.ts";
import type { Dialect } from "../model/sql-statement.ts";
import type { FileNotes } from "../model/suppression.ts";
import type { TableAccess } from "../model/table-access.ts";
import { analyse } from "./analysis.ts";
import { collectorOf } from "./find-accesses.ts";
import { modelsOf, type ProjectModels } from "./source-models.ts";

export interface AccessInput {
  readonly project: Project;
  /** What to judge; other files of the project are read where these use what they declare. */
  readonly candidates: Candidates;
  /** Undefined: no ownership.yaml, accesses belong to no service. */
  readonly book: OwnershipBook | undefined;
  /** Called after each file with the number of files read so far. */
  readonly onProgress?: (filesRead: number) => void;
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
}

/** What the candidates do to the database, and what their comments say to the gate. */
export function readProject(input: AccessInput): ProjectReading {
  const { project, candidates, book } = input;
  const models = modelsOf(project);
  const collector = collectorOf(analyse(project, models), dialectsOf(book));
  const problems: Problem[] = [];
  const paths = new Set<string>();
  candidates.forEach((file) => {
    const model = models.read(file);
    collector.add(model);
    problems.push(...model.problems);
    paths.add(file.path);
    input.onProgress?.(paths.size);
  });
  const found = collector.accesses();
  const notes = notesOf(models, paths, found);
  const { accesses, unused } = applyTableNotes(found, notes);
  return {
    accesses: accesses.map((access) => ({ access, service: book?.serviceOf(access.place.path) })),
    notes,
    unusedNotes: unused,
    problems,
    files: candidates.looked,
  };
}

function notesOf(models: ProjectModels, read: ReadonlySet<string>, accesses: readonly TableAccess[]): readonly FileNotes[] {
  const paths = new Set([...read, ...accesses.flatMap(({ place, statementPlace }) => [place.path, ...(statementPlace ? [statementPlace.path] : [])])]);
  return [...paths].flatMap((path) => {
    const model = models.of(path);
    return (model && readNotes(model)) ?? [];
  });
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
