import type { Language as EslintLanguage, File, OkParseResult } from "@eslint/core";
import type { LanguageId } from "../model/source-file.ts";
import { languageOf } from "../read/languages/index.ts";
import { needsLanguage } from "./configs.ts";
import { emptyLanguageOptions } from "./empty-syntax.ts";
import { createTextSource, type Document, type TextSource, type TextTypes } from "./text-source.ts";

/**
 * Makes files of a host language lintable: one node, and the comments that speak to ESLint. Without a language each file is of the one that
 * its name says, where ESLint does not read that itself.
 */
export function createTextLanguage(given: LanguageId | undefined): EslintLanguage<TextTypes> {
  return {
    fileType: "text",
    lineStart: 1,
    columnStart: 0,
    nodeTypeKey: "type",
    visitorKeys: { Document: [] },
    defaultLanguageOptions: emptyLanguageOptions,
    validateLanguageOptions() {
      // There are none.
    },
    parse(file) {
      if (given === undefined && !needsLanguage(file.path)) return { ok: false, errors: [{ message: SHARED_CONFIG, line: 1, column: 0 }] };
      return { ok: true, ast: programOf(textOf(file)) };
    },
    createSourceCode(file: File, { ast }: OkParseResult<Document>): TextSource {
      const language = given ?? languageOf(file.path)!;
      return createTextSource({ path: file.path, text: textOf(file), language }, ast);
    },
  };
}

/** ESLint merges configs once for all files that the same of them are about. */
const SHARED_CONFIG = "No config is about this file and not about Go or SQL files too: give one the `files` of JavaScript or TypeScript alone.";

function textOf({ body }: File): string {
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}

function programOf(text: string): Document {
  const lines = text.split("\n");
  return { type: "Document", body: [], tokens: [], comments: [], range: [0, text.length], loc: { start: { line: 1, column: 0 }, end: { line: lines.length, column: lines.at(-1)!.length } } };
}
