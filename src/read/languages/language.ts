import type { LanguageReader } from "../../model/source-model.ts";
import type { LanguageId } from "../../model/source-file.ts";

/** A host language: which files are written in it, and how they are read. */
export interface Language extends LanguageReader {
  readonly id: LanguageId;
  /** Endings of file names, with the dot. */
  readonly extensions: readonly string[];
  /** What begins a comment that ends with the line. */
  readonly lineComment: string;
}
