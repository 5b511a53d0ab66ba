import type { Problem } from "../../model/problem.ts";
import type { Comment, Export, Import, Scope, SourceModel } from "../../model/source-model.ts";
import type { SourceFile } from "../../model/source-file.ts";
import type { Statement, TextLiteral } from "../../model/syntax.ts";
import type { TokenTree } from "../token-tree.ts";
import type { AssignedNames } from "./assigned-names.ts";
import { findAssignedNames } from "./assigned-names.ts";
import type { ScopeRules } from "./build-scopes.ts";
import { buildScopes } from "./build-scopes.ts";
import { markTexts } from "../lexer/token-kinds.ts";
import type { ScopeNode } from "./scope-tree.ts";

/** What a language's grammar reads at the top of a file. */
export interface FileParts {
  readonly statements: readonly Statement[];
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  readonly packageName: string | undefined;
}

export interface FileGrammar {
  readonly readFile: (tree: TokenTree) => FileParts;
  readonly scopes: ScopeRules;
  /** Words between the target and the list of a loop: `of`. */
  readonly eachWords: readonly number[];
}

/** The model of a file; nothing is read before it is asked for. */
export function lazyModel(file: SourceFile, tree: TokenTree, grammar: FileGrammar): SourceModel {
  return new LazyModel(file, tree, grammar);
}

// A class: an object literal with getters makes a hidden class a file, and these hold each other until a full garbage collection.
class LazyModel implements SourceModel {
  readonly file: SourceFile;
  readonly scope: ScopeNode;
  readonly script: TextLiteral | undefined = undefined;
  private readonly tree: TokenTree;
  private readonly grammar: FileGrammar;
  private parts: FileParts | undefined = undefined;
  private assignedNames: AssignedNames | undefined = undefined;
  private commentList: readonly Comment[] | undefined = undefined;
  private problemList: readonly Problem[] | undefined = undefined;

  constructor(file: SourceFile, tree: TokenTree, grammar: FileGrammar) {
    this.file = file;
    this.tree = tree;
    this.grammar = grammar;
    this.scope = buildScopes(
      {
        length: file.text.length,
        read: () => this.read(),
        assignedNames: () => (this.assignedNames ??= findAssignedNames(tree, grammar.eachWords)),
      },
      grammar.scopes,
    );
  }

  scopeAt(offset: number): Scope {
    return this.scope.innermostAt(offset);
  }

  get statements(): readonly Statement[] {
    return this.read().statements;
  }

  get imports(): readonly Import[] {
    return this.read().imports;
  }

  get exports(): readonly Export[] {
    return this.read().exports;
  }

  get packageName(): string | undefined {
    return this.read().packageName;
  }

  get comments(): readonly Comment[] {
    return (this.commentList ??= commentsOf(this.tree));
  }

  get problems(): readonly Problem[] {
    return (this.problemList ??= problemsOf(this.file, this.tree));
  }

  private read(): FileParts {
    return (this.parts ??= this.grammar.readFile(this.tree));
  }
}

function commentsOf({ text, comments }: TokenTree): readonly Comment[] {
  const list: Comment[] = [];
  for (let i = 0; i + 3 < comments.length; i += 4) {
    list.push({ span: { start: comments[i]!, end: comments[i + 3]! }, text: text.slice(comments[i + 1], comments[i + 2]) });
  }
  return list;
}

const MOST_PROBLEMS = 10;

/** What is damaged: brackets without their counterparts, literals and comments without an end. */
function problemsOf({ path }: SourceFile, tree: TokenTree): readonly Problem[] {
  const help = "Mend the syntax there; what stands around it may have been read wrongly.";
  const brackets = tree.unmatched.map((index): Problem => {
    const span = { start: tree.starts[index]!, end: tree.ends[index]! };
    return { path, span, message: `The bracket \`${markTexts[tree.kinds[index]!] ?? tree.text.slice(span.start, span.end)}\` has no counterpart.`, help };
  });
  const literals = tree.unterminated.map((start): Problem => ({ path, span: { start, end: start + 1 }, message: "What begins here never ends.", help }));
  return [...brackets, ...literals].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)).slice(0, MOST_PROBLEMS);
}
