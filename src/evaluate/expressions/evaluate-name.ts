import type { Binding, BindingAssignment, Scope, SourceModel, ValuePart } from "../../model/source-model.ts";
import type { Expression, Name } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { ambientModel } from "../orm/ambient-models.ts";
import { isAddressTaken } from "./address-taken.ts";
import { constructedBySuper } from "../types/constructors.ts";
import { evaluateCall } from "./evaluate-call.ts";
import { elementsOf, keysOf, memberOfValues, patternPart } from "./evaluate-member.ts";
import { insertedOperand, joined, piecesOf } from "../texts/evaluate-text.ts";
import { documentedVariable } from "../types/documented-types.ts";
import { eitherOrLonger } from "../texts/grown-text.ts";
import { evaluateParameter } from "./evaluate-parameter.ts";
import { evaluateThis } from "./evaluate-this.ts";
import { importedValues } from "../find-declaration.ts";
import { instancesAt } from "../types/type-parameters.ts";
import type { Frame, Site, Values } from "../value.ts";
import { eitherOf, isGlobal, unknown } from "../value.ts";

/** What a name stands for where it is used. */
export function evaluateName(evaluation: Evaluation, name: Name, site: Site): Values {
  const { model } = site;
  const found = declaredBefore(lookUp(model.scopeAt(name.span.start), name.name), name, model);
  if (found) return valuesOfBinding(evaluation, found, name.span.start, site);
  const instance = name.name === "this" || name.name === "self" ? evaluateThis(evaluation, name.span.start, site) : undefined;
  if (instance) return instance;
  const base = name.name === "super" ? constructedBySuper(evaluation, model, name.span.start) : undefined;
  if (base) return [base];
  const elsewhere = evaluation.world.declarations.inPackageOf(model, name.name);
  if (elsewhere) return valuesOfBinding(evaluation, elsewhere.binding, undefined, { model: elsewhere.model, frame: undefined });
  return unresolvedName(evaluation, name, model);
}

/** In Go a name is declared once its value is: `for _, table := range table.parts` (https://go.dev/ref/spec#Declarations_and_scope). */
function declaredBefore(found: Binding | undefined, { name, span }: Name, { packageName }: SourceModel): Binding | undefined {
  const isInOwnValue = packageName !== undefined && found?.value && found.scope.kind !== "file" && found.value.span.start <= span.start && span.end <= found.value.span.end;
  return isInOwnValue ? found.scope.parent && lookUp(found.scope.parent, name) : found;
}

/** The binding of a name seen from a scope. */
export function lookUp(scope: Scope, name: string): Binding | undefined {
  for (let next: Scope | undefined = scope; next; next = next.parent) {
    const binding = next.bindings.get(name);
    if (binding) return binding;
  }
  return undefined;
}

/**
 * What a binding holds at an offset of its file: its first value and what was assigned since, in source order. Without an
 * offset, all that was ever assigned. An assignment in a branch leaves both alternatives; one in a loop may run often.
 */
export function valuesOfBinding(evaluation: Evaluation, binding: Binding, offset: number | undefined, site: Site): Values {
  switch (binding.kind) {
    case "import":
      return evaluation.remember(binding, "imported", unknown("it imports itself"), () => (binding.import ? importedValues(evaluation, site.model, { ...binding.import, local: binding.name }) : unknown(`\`${binding.name}\` is imported`)));
    case "function":
      return binding.function ? [{ kind: "function", node: binding.function, model: site.model, receiver: undefined, madeIn: madeIn(binding, site) }] : unknown("it is no text");
    case "type":
      return binding.declaration ? [{ kind: "type", declaration: binding.declaration, model: site.model, madeIn: madeIn(binding, site) }] : unknown("it is a type");
    case "parameter":
      return assigned(evaluation, binding, offset, site, parameterAt(evaluation, binding, site));
    case "constant":
    case "variable":
      return typed(evaluation, binding, site, unlessSetElsewhere(binding, site.model, assigned(evaluation, binding, offset, site, initial(evaluation, binding, site))));
  }
}

/** Without a call that is followed, a parameter is the same wherever it is used. */
function parameterAt(evaluation: Evaluation, binding: Binding, site: Site): Values {
  if (site.frame) return evaluateParameter(evaluation, binding, site);
  return evaluation.remember(binding, "parameter", unknown("it is handed to itself"), () => evaluateParameter(evaluation, binding, site));
}

/** The call around what a function declares in its body. */
function madeIn({ scope }: Binding, { frame }: Site): Frame | undefined {
  return scope.kind === "file" ? undefined : frame;
}

function initial(evaluation: Evaluation, binding: Binding, site: Site): Values {
  if (binding.value) return partOf(evaluation, binding.value, binding.part, site);
  if (binding.type?.kind === "list") {
    const [list] = instancesAt(evaluation, binding.type, site) ?? [];
    if (list?.kind === "unknown" || list?.kind === "list") return [list];
    return [{ kind: "list", elements: [], ...(list?.kind === "instance" && list.type.kind === "list" ? { of: list.type.element } : {}) }];
  }
  const isText = binding.type?.kind === "named" && binding.type.path.length === 1 && binding.type.path[0] === "string";
  return isText || (!binding.type && binding.assignments.length > 0) ? [{ kind: "text", pieces: [] }] : unknown(`\`${binding.name}\` has no value here`);
}

/** A text that another function may set is not known; a value of any other type stays what it is. */
function unlessSetElsewhere(binding: Binding, model: SourceModel, values: Values): Values {
  return values.some((value) => value.kind === "text") && isAddressTaken(binding, model) ? unknown(`\`${binding.name}\` is set through a pointer`) : values;
}

function assigned(evaluation: Evaluation, binding: Binding, offset: number | undefined, site: Site, first: Values): Values {
  let values = first;
  for (const assignment of binding.assignments) {
    if (offset !== undefined && assignment.span.end > offset) break;
    const conditional = conditionOf(assignment, offset);
    const next = assignedValue(evaluation, assignment, values, site, conditional === "loop");
    const always = conditional === undefined && assignment.operator !== "??=" && assignment.operator !== "||=";
    values = always ? next : adds(assignment) || lengthens(assignment, binding) ? eitherOrLonger(values, next) : eitherOf(values, next);
  }
  return values;
}

function adds({ operator }: BindingAssignment): boolean {
  return operator === "+=" || operator === ".=";
}

/** `rows = append(rows, row)`: each branch would double the alternatives. */
function lengthens({ value }: BindingAssignment, { name }: Binding): boolean {
  return value.kind === "call" && value.arguments[0]?.kind === "name" && value.arguments[0].name === name;
}

function assignedValue(evaluation: Evaluation, assignment: BindingAssignment, before: Values, site: Site, repeated: boolean): Values {
  const value = partOf(evaluation, assignment.value, assignment.part, site);
  if (!adds(assignment)) return value;
  const place = { path: site.model.file.path, span: assignment.span };
  const more = insertedOperand(assignment.value, value, site);
  const again = repeated ? [[[{ kind: "hole", place, reason: "it grows in a loop" } as const]]] : [];
  return joined([piecesOf(before, place), more, ...again]);
}

/** The condition under which an assignment has run, seen from an offset: undefined when it always has. */
export function conditionOf(assignment: Pick<BindingAssignment, "scope">, offset: number | undefined): Scope["conditional"] {
  for (let scope: Scope | undefined = assignment.scope; scope; scope = scope.parent) {
    if (offset !== undefined && scope.span.start <= offset && offset < scope.span.end) return undefined;
    if (scope.conditional) return scope.conditional;
    if (scope.kind === "function") return offset === undefined ? undefined : "branch";
  }
  return undefined;
}

/** The part of a value that a pattern takes. */
export function partOf(evaluation: Evaluation, value: Expression, part: ValuePart | undefined, site: Site): Values {
  switch (part?.kind) {
    case undefined:
      return evaluation.evaluate(value, site);
    case "result": {
      const call = value.kind === "unary" && (value.operator === "await" || value.operator === "yield") ? value.operand : value;
      return call.kind === "call" || call.kind === "tagged" ? evaluateCall(evaluation, call, part.index, site) : firstOnly(evaluation, value, part.index, site);
    }
    case "path":
      return patternPart(evaluation, evaluation.evaluate(value, site), part, site);
    case "key":
      return keysOf(evaluation.evaluate(value, site));
    case "element":
      return elementsOf(evaluation, evaluation.evaluate(value, site));
  }
}

/** `v, ok := m[k]`, `v, ok := x.(T)`: the first result is the value. */
function firstOnly(evaluation: Evaluation, value: Expression, index: number, site: Site): Values {
  return index === 0 ? evaluation.evaluate(value, site) : unknown("it is no text");
}

/** A declared type speaks where no value is known. */
function typed(evaluation: Evaluation, binding: Binding, site: Site, values: Values): Values {
  if (values.some((value) => value.kind !== "unknown" && !isGlobal(value))) return values;
  const type = binding.type ?? (binding.part ? undefined : documentedVariable(site.model, binding.span));
  return (type && instancesAt(evaluation, type, site)) ?? values;
}

/** Go's `import . "module"`: what the module exports needs no prefix. */
function fromMergedImport(evaluation: Evaluation, name: string, model: SourceModel): Values | undefined {
  for (const { module, names } of model.imports) {
    if (!names.some(({ local }) => local === ".")) continue;
    const values = memberOfValues(evaluation, importedValues(evaluation, model, { module, imported: "*" }), name);
    if (values.some(({ kind }) => kind !== "unknown" && kind !== "external")) return values;
  }
  return undefined;
}

/** A name without a declaration: a library's global, or a builtin of the language. */
function unresolvedName(evaluation: Evaluation, name: Name, model: SourceModel): Values {
  const library = evaluation.world.libraries.ofModule(model.file.language, name.name);
  const exported = library && evaluation.world.libraries.exportOf(library, "*");
  if (name.name === "nil" || name.name === "undefined") return unknown(`it is ${name.name}`);
  const merged = exported ? undefined : fromMergedImport(evaluation, name.name, model);
  if (merged) return merged;
  const ambient = exported ? undefined : ambientModel(name, evaluation, model);
  if (ambient) return ambient;
  return [exported ?? { kind: "external", module: "", path: [name.name] }];
}
