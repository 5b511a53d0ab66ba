import type { LanguageId } from "../../model/source-file.ts";
import { go } from "./go/index.ts";
import type { Language } from "./language.ts";
import { prisma } from "./prisma.ts";
import { sql } from "./sql.ts";
import { typescript } from "./typescript/index.ts";

/** Every host language. */
export const languages: readonly Language[] = [go, typescript, sql, prisma];

/** The language of a file by the ending of its name. */
export function languageOf(path: string): LanguageId | undefined {
  return byExtension.get(path.slice(path.lastIndexOf(".")).toLowerCase());
}

const byExtension = new Map(languages.flatMap(({ id, extensions }) => extensions.map((extension) => [extension, id])));
