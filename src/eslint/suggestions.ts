import type { TSESLint } from "@typescript-eslint/utils";
import { findLinesForComments } from "../check/comments-in.ts";
import type { Finding } from "../model/finding.ts";
import { languageOf, languages } from "../read/languages/index.ts";
import type { MessageId } from "./message-id.ts";

const REASON = "say here why this is right";

/** Comments that may stand above what was found: why it does not count, and what to call instead. Nothing ever turns a write into a request by itself. */
export function createSuggestions(text: string): (finding: Finding) => TSESLint.SuggestionReportDescriptor<MessageId>[] {
  let lineFor: ((offset: number) => number) | undefined;
  return ({ access, rule, place, help }) => {
    const language = languages.find(({ id }) => id === languageOf(place.path));
    if (!access || !language) return [];
    const insert = (words: string): TSESLint.ReportFixFunction => (fixer) => {
      lineFor ??= findLinesForComments({ path: place.path, text, language: language.id });
      const line = lineFor(place.span.start);
      const indentation = /^[ \t]*/.exec(text.slice(line))![0];
      const lineEnd = /\r?\n/.exec(text)?.[0] ?? "\n";
      return fixer.insertTextBeforeRange([line, line], `${indentation}${language.lineComment} ${words}${lineEnd}`);
    };
    const ignore = { messageId: "ignore", data: { rule }, fix: insert(`cross-write-ignore ${rule} -- ${REASON}`) } as const;
    return rule === "use-owner-api" ? [{ messageId: "call", fix: insert(help) }, ignore] : [ignore];
  };
}
