import type { SourceFile } from "../model/source-file.ts";
import type { SourceModel } from "../model/source-model.ts";
import { languages } from "./languages/index.ts";

/** Reads a file of any host language. Never throws on what users wrote; bodies of functions are read when first asked for. */
export function readSource(file: SourceFile): SourceModel {
  return readers.get(file.language)!.read(file);
}

const readers = new Map(languages.map((language) => [language.id, language]));

