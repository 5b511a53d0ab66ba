/** The name of a host language, as listed in `read/languages`: `go`, `typescript`, `sql`. */
export type LanguageId = string;

/** A file to be read. `path` is relative to the root, with `/`; `text` has no byte order mark. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly language: LanguageId;
}

/** The files of the checked project, as far as stages that do no I/O need them. */
export interface Project {
  /** Every file that may be read, relative to the root, sorted. */
  readonly paths: readonly string[];
  /** Whether a file of that path is among `paths`. */
  has(path: string): boolean;
  /** The paths directly in a folder (`""` is the root), or none. */
  pathsIn(folder: string): readonly string[];
  /** The text of a file, or undefined when it is gone, binary or too large (a `Problem` is kept). */
  text(path: string): string | undefined;
}

/** The files that a run judges: those of `Project.paths` that were asked for and may hold a write. */
export interface Candidates {
  /** Calls `visit` once for each file that may hold an access, in order of path; its text is read once. */
  forEach(visit: (file: SourceFile) => void): void;
  /**
   * Calls `visit` once for each of these files, candidate or not, whose text holds one of the words (of at least four letters), in order of
   * path. A file that `mayHold` says no of is not even opened.
   */
  forEachHolding(words: readonly string[], visit: (file: SourceFile) => void, mayHold?: (path: string) => boolean): void;
  /** How many files were looked at, candidates or not. */
  readonly looked: number;
}
