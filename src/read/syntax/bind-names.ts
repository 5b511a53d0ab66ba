import type { Span } from "../../model/place.ts";
import type { Binding, Import, ValuePart } from "../../model/source-model.ts";
import type { Assignment, Expression, FunctionNode, Parameter, Pattern, PatternPart, TypeDeclaration, TypeParameter, VariableDeclaration } from "../../model/syntax.ts";
import type { ScopeRules } from "./build-scopes.ts";
import { hasBody } from "./lazy-nodes.ts";
import type { ScopeNode } from "./scope-tree.ts";
import { BindingNode } from "./scope-tree.ts";

/** What binding names needs besides the scope. */
export interface NameBinder {
  readonly rules: ScopeRules;
  readonly findAssignments: (binding: BindingNode) => void;
  /** Constants without a value and the declaration that they repeat. */
  readonly repeated: Map<VariableDeclaration, VariableDeclaration>;
}

type BindingParts = Pick<Binding, "kind" | "type" | "value" | "part"> & Partial<Pick<Binding, "function" | "parameter" | "declaration" | "import">>;

export function bindImports(binder: NameBinder, scope: ScopeNode, imports: readonly Import[]): void {
  for (const { module, names } of imports) {
    for (const { imported, local, span } of names) {
      const name = local ?? binder.rules.nameOfModule?.(module);
      if (name === undefined || binder.rules.unboundNames?.includes(name)) continue;
      bind(binder, scope, name, span, { kind: "import", type: undefined, value: undefined, part: undefined, import: { module, imported } });
    }
  }
}

/** Binds a function's or type's own name in a scope; methods with a receiver have none there. */
export function declare(binder: NameBinder, scope: ScopeNode, node: FunctionNode | TypeDeclaration): void {
  if (node.name === undefined || node.nameSpan === undefined || (node.kind === "function" && node.receiver)) return;
  const nothing = { type: undefined, value: undefined, part: undefined };
  const parts: BindingParts = node.kind === "function" ? { ...nothing, kind: "function", function: node } : { ...nothing, kind: "type", declaration: node };
  bind(binder, scope, node.name, node.nameSpan, parts);
}

export function bindTypeParameters(binder: NameBinder, scope: ScopeNode, parameters: readonly TypeParameter[]): void {
  for (const { name, span, constraint } of parameters) bind(binder, scope, name, span, { kind: "type", type: constraint, value: undefined, part: undefined });
}

/** Type parameters, receiver, parameters and named results. */
export function bindSignature(binder: NameBinder, scope: ScopeNode, node: FunctionNode): void {
  if (node.typeParameters) bindTypeParameters(binder, scope, node.typeParameters);
  if (node.receiver) bindParameter(binder, scope, node.receiver, undefined);
  node.parameters.forEach((parameter, index) => bindParameter(binder, scope, parameter, { function: node, index }));
  for (const { pattern, type } of node.namedResults ?? []) bindPattern(binder, scope, pattern, { kind: "variable", type, value: undefined, part: undefined });
}

export function bindVariables(binder: NameBinder, current: ScopeNode, declaration: VariableDeclaration): void {
  const scope = binder.rules.hoists?.(declaration) ? functionScope(current) : current;
  const { values } = binder.repeated.get(declaration) ?? declaration;
  const kind = declaration.constant ? "constant" : "variable";
  declaration.targets.forEach((target, index) => {
    const several = values.length === 1 && declaration.targets.length > 1;
    const value = several ? values[0] : values[index];
    const imported = value && binder.rules.importOf?.(value);
    const parts = { kind, type: declaration.type, value, part: several ? ({ kind: "result", index } as const) : undefined } as const;
    if (imported) bindImported(binder, scope, target, imported, parts);
    else bindPattern(binder, scope, target, parts);
  });
}

/** Binds the names of a pattern to parts of the value. */
export function bindPattern(binder: NameBinder, scope: ScopeNode, pattern: Pattern, parts: BindingParts): void {
  for (const { name, span, part, whole } of namesOf(pattern, parts.part)) {
    if (name !== "") bind(binder, scope, name, span, whole ? { ...parts, part } : { ...parts, type: undefined, part });
  }
}

/** The defaults anywhere in a pattern. */
export function defaultsIn(pattern: Pattern): readonly Expression[] {
  const own = pattern.default ? [pattern.default] : [];
  return pattern.kind === "name" ? own : [...own, ...pattern.parts.flatMap((part) => defaultsIn(part.pattern))];
}

/** What an assignment assigns: names, and names inside `[a, b] = …` and `({ a } = …)`. */
export function* assignedNames(node: Assignment): Generator<{ name: string; span: Span; value: Expression; part: ValuePart | undefined }> {
  const several = node.values.length === 1 && node.targets.length > 1;
  for (const [index, target] of node.targets.entries()) {
    const value = several ? node.values[0] : node.values[index];
    if (value === undefined) continue;
    const part: ValuePart | undefined = several ? { kind: "result", index } : undefined;
    if (target.kind === "name") yield { name: target.name, span: node.span, value, part };
    else if (target.kind === "composite") {
      for (const each of namesOf(assignedPattern(target), part)) yield { name: each.name, span: each.span, value, part: each.part };
    }
  }
}

interface PatternName {
  readonly name: string;
  readonly span: Span;
  readonly part: ValuePart | undefined;
  /** The name holds the value as a whole. */
  readonly whole: boolean;
}

/** The names of a pattern, each with the part of the value that it gets. Patterns are nested no deeper than the reader reads. */
function namesOf(pattern: Pattern, part: ValuePart | undefined): readonly PatternName[] {
  if (pattern.kind === "name" && pattern.default === undefined) return [{ name: pattern.name, span: pattern.span, part, whole: true }];
  const path = part?.kind === "path" ? part.path : part?.kind === "element" ? [undefined] : [];
  if (pattern.kind === "name") {
    return [{ name: pattern.name, span: pattern.span, part: { kind: "path", path, default: pattern.default! }, whole: path.length === 0 }];
  }
  return pattern.parts.flatMap((each) => namesOf(each.pattern, { kind: "path", path: pathOf(path, each) })).map((each) => ({ ...each, whole: false }));
}

/** `{ a, ...rest }` keeps in `rest` what the whole holds; in a list that is only some of its elements. */
function pathOf(path: readonly (string | number | undefined)[], { property, rest }: PatternPart): readonly (string | number | undefined)[] {
  if (!rest) return [...path, property];
  return typeof property === "number" ? [...path, undefined] : path;
}

/** A literal on the left of `=` as the pattern that it is. */
function assignedPattern(target: Expression): Pattern {
  const span = target.span;
  if (target.kind === "name") return { kind: "name", span, name: target.name };
  if (target.kind === "assignment" && target.targets[0] && target.values[0]) return { ...assignedPattern(target.targets[0]), default: target.values[0] };
  if (target.kind !== "composite") return { kind: "name", span, name: "" };
  const parts = target.entries.map(({ name, value }, index): PatternPart => {
    const rest = value.kind === "spread";
    return { property: target.form === "list" ? index : rest ? undefined : name, rest, pattern: assignedPattern(rest ? value.operand : value) };
  });
  return { kind: "parts", span, parts };
}

function bindParameter(binder: NameBinder, scope: ScopeNode, { pattern, type }: Parameter, place: Binding["parameter"]): void {
  bindPattern(binder, scope, pattern, { kind: "parameter", type, value: undefined, part: undefined, ...(place && { parameter: place }) });
}

function bindImported(binder: NameBinder, scope: ScopeNode, target: Pattern, { module, imported }: { module: string; imported: string }, parts: BindingParts): void {
  for (const { name, span, part } of namesOf(target, undefined)) {
    const [property, ...deeper] = part?.kind === "path" ? part.path : [];
    const taken = target.kind === "name" ? imported : imported === "*" && typeof property === "string" && deeper.length === 0 ? property : undefined;
    if (name === "") continue;
    bind(binder, scope, name, span, taken === undefined ? { ...parts, part } : { ...parts, kind: "import", part, import: { module, imported: taken } });
  }
}

/** Binds a name. One that is bound there already is assigned, but a value's name hides a type's, and a function's body its overloads. */
function bind(binder: NameBinder, scope: ScopeNode, name: string, span: Span, parts: BindingParts): void {
  const known = scope.own.get(name);
  if (known && !hides(parts, known)) {
    const { value, part } = parts;
    const variable = parts.kind === "variable" || parts.kind === "constant";
    if (variable && value && known.kind !== "type") known.addAssignment({ span, scope, operator: "=", value, part });
    return;
  }
  scope.own.set(name, new BindingNode(scope, { name, span, ...parts }, binder.findAssignments));
}

function hides(parts: BindingParts, known: Binding): boolean {
  if (known.kind === "type") return parts.kind !== "type" || (known.declaration?.form !== "class" && parts.declaration?.form === "class");
  return known.function !== undefined && parts.function !== undefined && hasBody(parts.function);
}

function functionScope(scope: ScopeNode): ScopeNode {
  let around = scope;
  while (around.parent && around.kind === "block") around = around.parent;
  return around;
}
