import type { Span } from "./place.ts";
import type { Problem } from "./problem.ts";
import type { LanguageId, SourceFile } from "./source-file.ts";
import type { Block, Expression, FunctionNode, Statement, TextLiteral, TypeDeclaration, TypeExpression } from "./syntax.ts";

/** What a language's reader says of one file. Never partial by exception: damage is in `problems`, the rest is here. */
export interface SourceModel {
  readonly file: SourceFile;
  /** Top-level statements in order; bodies of functions are read when first asked for. */
  readonly statements: readonly Statement[];
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  readonly comments: readonly Comment[];
  /** The scope of the file; in Go its names are those of the package as far as this file declares them. */
  readonly scope: Scope;
  /** The innermost scope around an offset. */
  scopeAt(offset: number): Scope;
  /** Go's package name. */
  readonly packageName: string | undefined;
  /** The file is itself a database script (`.sql`): its whole text. */
  readonly script: TextLiteral | undefined;
  readonly problems: readonly Problem[];
}

/** `span` covers the delimiters, `text` does not. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** `import x from "m"`, `import * as x`, `const { x } = require("m")`, Go's `x "m"`. */
export interface Import {
  readonly span: Span;
  /** The specifier as written. */
  readonly module: string;
  /** Bound names; Go: one with `imported: "*"`, whose `local` is undefined where the package names itself. */
  readonly names: readonly ImportedName[];
}

/** `imported` is the exporting module's name for it, `default`, or `*` for the module as a whole. */
export interface ImportedName {
  readonly imported: string;
  readonly local: string | undefined;
  readonly span: Span;
}

/** `export { local as name }`, `export const name`, `export * from "m"` (`name: "*"`), `module.exports.name = value`. Go has none: capitals export. */
export interface Export {
  readonly name: string;
  /** The binding exported. */
  readonly local?: string;
  /** Re-exported from a module; `imported` is its name there, `*` for all. */
  readonly from?: { readonly module: string; readonly imported: string };
  /** The value exported, where no binding holds it. */
  readonly value?: Expression;
  /** The value is the module itself: `module.exports = value`, `export = value`; its name is `default`. */
  readonly whole?: boolean;
}

/** A region in which names are bound. */
export interface Scope {
  readonly kind: "file" | "function" | "block" | "type";
  readonly span: Span;
  readonly parent: Scope | undefined;
  readonly bindings: ReadonlyMap<string, Binding>;
  /** The function whose parameters or body this scope is. */
  readonly function?: FunctionNode;
  /** The type whose members this scope holds: what `this` is. */
  readonly type?: TypeDeclaration;
  /** The block runs not at all, once or often: a branch's or a loop's. */
  readonly conditional?: "branch" | "loop";
}

/** A declared name. */
export interface Binding {
  readonly kind: "constant" | "variable" | "parameter" | "function" | "type" | "import";
  readonly name: string;
  readonly span: Span;
  readonly scope: Scope;
  readonly type: TypeExpression | undefined;
  /** What it is declared with: the whole right-hand side; `part` tells which part of it. */
  readonly value: Expression | undefined;
  readonly part: ValuePart | undefined;
  /** Later assignments to it, in source order. */
  readonly assignments: readonly BindingAssignment[];
  readonly function?: FunctionNode;
  /** A parameter's place in its function's list. */
  readonly parameter?: { readonly function: FunctionNode; readonly index: number };
  readonly declaration?: TypeDeclaration;
  readonly import?: { readonly module: string; readonly imported: string };
}

export interface BindingAssignment {
  readonly span: Span;
  readonly scope: Scope;
  /** `=`, `+=`, `??=`, `||=` …; `:=` that assigns reads as `=`. */
  readonly operator: string;
  readonly value: Expression;
  readonly part: ValuePart | undefined;
}

/** Which part of a value a name gets: the n-th result of a call, a property, an element of a range. */
export type ValuePart =
  | { readonly kind: "result"; readonly index: number }
  | { readonly kind: "path"; readonly path: readonly (string | number | undefined)[]; readonly default?: Expression }
  | { readonly kind: "key" }
  | { readonly kind: "element" };

/** Reads files of one host language. `read` never throws on what users wrote. */
export interface LanguageReader {
  read(file: SourceFile): SourceModel;
}

export type SyntaxNode = Expression | Statement | Block;

/** The models of the project's files, read when first asked for. */
export interface SourceModels {
  /** Undefined where there is no such file, or none that can be read. */
  of(path: string): SourceModel | undefined;
  /** Whether a file's text holds a word; cheaper than its model. */
  mentions(path: string, word: string): boolean;
  /** The files of a language whose text holds a word, in order of path. Looks through the whole project: for rare words only. */
  mentioning(language: LanguageId, word: string): readonly string[];
}
