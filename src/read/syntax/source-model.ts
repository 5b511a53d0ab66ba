import type { Problem } from "../../model/problem.ts";
import type { Comment, Export, Import, Scope, SourceModel } from "../../model/source-model.ts";
import type { SourceFile } from "../../model/source-file.ts";
import type { Statement, TextLiteral } from "../../model/syntax.ts";
import type { TokenTree } from "../token-tree.ts";
import { findAssignedNames } from "./assigned-names.ts";
import type { ScopeRules } from "./build-scopes.ts";
import { buildScopes } from "./build-scopes.ts";
import { markTexts } from "../lexer/token-kinds.ts";

/** What a language's grammar reads at the top of a file. */
export interface FileParts {
  readonly statements: readonly Statement[];
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  readonly packageName: string | undefined;
}

/** The model of a file; nothing is read before it is asked for. */
export function lazyModel(file: SourceFile, tree: TokenTree, readFile: (tree: TokenTree) => FileParts, rules: ScopeRules, eachWords: readonly number[]): SourceModel {
  const parts = once(() => readFile(tree));
  const assignedNames = once(() => findAssignedNames(tree, eachWords));
  const comments = once(() => commentsOf(tree));
  const problems = once(() => problemsOf(file, tree));
  const scope = buildScopes({ length: file.text.length, statements: () => parts().statements, imports: () => parts().imports, assignedNames }, rules);
  return {
    file,
    scope,
    scopeAt: (offset: number): Scope => scope.innermostAt(offset),
    script: undefined as TextLiteral | undefined,
    get statements() {
      return parts().statements;
    },
    get imports() {
      return parts().imports;
    },
    get exports() {
      return parts().exports;
    },
    get packageName() {
      return parts().packageName;
    },
    get comments() {
      return comments();
    },
    get problems() {
      return problems();
    },
  };
}

function once<T>(read: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: read() }).value;
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
