import type { Expression, Statement, TextLiteral } from "../../../src/model/syntax.ts";
import type { Binding, Scope, SourceModel } from "../../../src/model/source-model.ts";
import { walkSyntax } from "../../../src/model/walk-syntax.ts";

/** What our reader and a real parser must agree on; each fact is a line with offsets in it. */
export interface Facts {
  /** Span and decoded text; `\0` stands for a hole. */
  readonly texts: ReadonlySet<string>;
  /** Span of the callee and number of arguments. */
  readonly calls: ReadonlySet<string>;
}

export interface Disagreement {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

export function compare(real: ReadonlySet<string>, ours: ReadonlySet<string>): Disagreement {
  return { missing: [...real].filter((fact) => !ours.has(fact)), extra: [...ours].filter((fact) => !real.has(fact)) };
}

export function textFact(start: number, end: number, text: string): string {
  return `${start}-${end} ${text}`;
}

export function callFact(start: number, end: number, count: number): string {
  return `${start}-${end} ${count}`;
}

/** All expressions and statements of a model, bodies and members included. */
export function nodesOf(model: SourceModel): readonly (Expression | Statement)[] {
  const nodes: (Expression | Statement)[] = [];
  walkSyntax(model.statements, (node) => void nodes.push(node));
  return nodes;
}

/** Asks a model for what it finds on demand besides nodes; gives how much that is. */
export function askForAll({ scope, imports, exports, comments, problems }: SourceModel): number {
  const assignments = [...scope.bindings.values()].slice(0, 200).map((binding) => binding.assignments.length);
  return assignments.reduce((sum, count) => sum + count, imports.length + exports.length + comments.length + problems.length);
}

export function decoded(text: TextLiteral): string {
  return text.parts.map((part) => (part.kind === "run" ? part.text : "\0")).join("");
}

/** The binding that a name refers to at an offset. */
export function lookUp(model: SourceModel, name: string, offset: number): Binding | undefined {
  for (let scope: Scope | undefined = model.scopeAt(offset); scope; scope = scope.parent) {
    const binding = scope.bindings.get(name);
    if (binding) return binding;
  }
  return undefined;
}
