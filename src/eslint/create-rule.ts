import type { TSESLint } from "@typescript-eslint/utils";
import type { AnyRule } from "../model/rule.ts";
import { checkOf, type FileCheck } from "./check-file.ts";
import type { MessageId } from "./message-id.ts";
import { createSuggestions } from "./suggestions.ts";
import { END_OF_FILE } from "./text-source.ts";

/** A rule of ours with what ESLint 9.22 and later know besides: `languages`. */
export type EslintRule = TSESLint.RuleModule<MessageId, [], { readonly recommended: boolean }> & {
  readonly meta: { readonly languages: readonly string[] };
};

/** The ESLint rule that reports the findings of one rule. `rules` are all of them: they share one check of a file. */
export function createRule({ meta }: AnyRule, rules: readonly AnyRule[]): EslintRule {
  return {
    meta: {
      type: "problem",
      docs: { description: meta.description, url: documentationOf(meta.id), recommended: meta.presets.recommended !== "off" },
      languages: ["*"],
      hasSuggestions: true,
      schema: [],
      messages: {
        finding: "{{message}} {{help}}",
        mistake: "{{message}} Nothing is checked until then.",
        ignore: "Say above why `{{rule}}` does not count here.",
        call: "Note above what to call instead.",
      },
    },
    create(context) {
      const check = checkOf(context, rules);
      if (!check) return {};
      check.turnOn(meta.id);
      // When every rule of the file has been created: at the end of a Program, or of a file in a language of ours.
      const root: string = context.sourceCode.ast.type;
      const end = root === "Program" ? "Program:exit" : END_OF_FILE;
      return { [end]: () => reportFindings(context, meta.id, check) };
    },
  };
}

function reportFindings(context: TSESLint.RuleContext<MessageId, []>, rule: string, check: FileCheck): void {
  const { sourceCode } = context;
  const message = check.mistakeFor(rule);
  if (message !== undefined) context.report({ loc: { line: 1, column: 0 }, messageId: "mistake", data: { message } });
  const findings = check.findingsOf(rule);
  if (findings.length === 0) return;
  const suggestionsFor = createSuggestions(sourceCode.text);
  for (const finding of findings) {
    const { start, end } = finding.place.span;
    context.report({
      loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
      messageId: "finding",
      data: { message: finding.message, help: finding.help },
      suggest: suggestionsFor(finding),
    });
  }
}

/** The page that the package ships beside its code, for people and editors on the same machine. */
function documentationOf(rule: string): string {
  return new URL(`../rules/${rule}.md`, import.meta.url).href;
}
