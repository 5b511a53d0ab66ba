import type { DirectiveType, FileProblem, RulesConfig, SourceLocation, SourceRange, TraversalStep } from "@eslint/core";
import { CallMethodStep, ConfigCommentParser, Directive, TextSourceCodeBase } from "@eslint/plugin-kit";
import { commentsIn } from "../check/comments-in.ts";
import type { SourceFile } from "../model/source-file.ts";
import { type emptyLanguageOptions, emptyParserServices, emptyScopeManager, emptySyntax } from "./empty-syntax.ts";

/** What rules that look at a file as a whole listen to. It is no node: rules for JavaScript that a configuration has on for every file hear nothing. */
export const END_OF_FILE = "onEndOfCrossWriteFile";

/** The only node of a file. It is no JavaScript `Program`, and as empty. */
export interface Document {
  readonly type: "Document";
  readonly body: readonly [];
  readonly tokens: readonly [];
  readonly comments: readonly [];
  readonly range: SourceRange;
  readonly loc: SourceLocation;
}

/** A comment as rules and directives see it. `value` is without its delimiters. */
export interface CommentNode {
  readonly type: "Comment";
  readonly value: string;
  readonly range: SourceRange;
  readonly loc: SourceLocation;
}

export interface TextTypes {
  LangOptions: typeof emptyLanguageOptions;
  Code: TextSource;
  RootNode: Document;
  Node: Document;
}

/** Rules that a comment turns on or off for its file. */
interface InlineConfig {
  readonly config: { readonly rules: RulesConfig };
  readonly loc: SourceLocation;
}

interface SourceTypes extends TextTypes {
  SyntaxElementWithLoc: Document | CommentNode;
  ConfigNode: CommentNode;
}

export type TextSource = TextSourceCode;

const parser = new ConfigCommentParser();

/** The words behind `eslint-` in a comment, and what each is to ESLint. */
const DIRECTIVES: Readonly<Record<string, DirectiveType>> = {
  "eslint-disable": "disable",
  "eslint-enable": "enable",
  "eslint-disable-line": "disable-line",
  "eslint-disable-next-line": "disable-next-line",
};

/** What rules and ESLint ask of a file in a language of ours. */
export function createTextSource(file: SourceFile, ast: Document): TextSource {
  return Object.assign(new TextSourceCode(file, ast), emptySyntax);
}

class TextSourceCode extends TextSourceCodeBase<SourceTypes> {
  readonly file: SourceFile;
  readonly visitorKeys = { Document: [] };
  readonly scopeManager = emptyScopeManager;
  readonly parserServices = emptyParserServices;
  #comments: readonly CommentNode[] | undefined;

  constructor(file: SourceFile, ast: Document) {
    super({ text: file.text, ast });
    this.file = file;
  }

  get comments(): readonly CommentNode[] {
    this.#comments ??= this.text.includes("eslint") ? this.#readComments() : [];
    return this.#comments;
  }

  override getParent(): undefined {
    return undefined;
  }

  override *traverse(): Iterable<TraversalStep> {
    yield new CallMethodStep({ target: END_OF_FILE, args: [this.ast] });
  }

  /** The comments that say something to ESLint; the others are not asked for. */
  getInlineConfigNodes(): CommentNode[] {
    return this.comments.filter(({ value }) => /^\s*eslint(?:-(?:dis|en)able\S*)?\s*(?:\s|$)/.test(value));
  }

  getDisableDirectives(): { directives: Directive[]; problems: FileProblem[] } {
    const directives = this.getInlineConfigNodes().flatMap((node) => {
      const { label = "", value = "", justification = "" } = parser.parseDirective(node.value) ?? {};
      const type = DIRECTIVES[label];
      return type === undefined ? [] : [new Directive({ type, node, value, justification })];
    });
    return { directives, problems: [] };
  }

  applyInlineConfig(): { configs: InlineConfig[]; problems: FileProblem[] } {
    const configs: InlineConfig[] = [];
    const problems: FileProblem[] = [];
    for (const { value: text, loc } of this.getInlineConfigNodes()) {
      const { label, value = "" } = parser.parseDirective(text) ?? {};
      if (label !== "eslint") continue;
      const parsed = parser.parseJSONLikeConfig(value);
      if (parsed.ok) configs.push({ config: { rules: parsed.config }, loc });
      else problems.push({ ruleId: null, message: parsed.error.message, loc });
    }
    return { configs, problems };
  }

  #readComments(): readonly CommentNode[] {
    return commentsIn(this.file).map(({ span: { start, end }, text: value }) => ({
      type: "Comment",
      value,
      range: [start, end],
      loc: { start: this.getLocFromIndex(start), end: this.getLocFromIndex(end) },
    }));
  }
}
