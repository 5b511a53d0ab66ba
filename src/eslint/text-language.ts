import type { Language as EslintLanguage, File, OkParseResult } from "@eslint/core";
import type { LanguageId } from "../model/source-file.ts";
import { createTextSource, type Document, type TextSource, type TextTypes } from "./text-source.ts";

/** Makes files of a host language lintable: one node, and the comments that speak to ESLint. */
export function createTextLanguage(language: LanguageId): EslintLanguage<TextTypes> {
  return {
    fileType: "text",
    lineStart: 1,
    columnStart: 0,
    nodeTypeKey: "type",
    visitorKeys: { Document: [] },
    validateLanguageOptions() {
      // There are none.
    },
    parse: (file) => ({ ok: true, ast: programOf(textOf(file)) }),
    createSourceCode: (file: File, { ast }: OkParseResult<Document>): TextSource => createTextSource({ path: file.path, text: textOf(file), language }, ast),
  };
}

function textOf({ body }: File): string {
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}

function programOf(text: string): Document {
  const lines = text.split("\n");
  return { type: "Document", range: [0, text.length], loc: { start: { line: 1, column: 0 }, end: { line: lines.length, column: lines.at(-1)!.length } } };
}
