import type { Binding, SourceModel } from "../../model/source-model.ts";
import type { Assignment, Expression, Member } from "../../model/syntax.ts";
import { lookUp } from "./evaluate-name.ts";
import type { Evaluation } from "../evaluator.ts";
import { settersIn } from "../types/member-setters.ts";
import { modelNamed, nameOfModel } from "../orm/models-by-name.ts";
import type { CompositeValue, Value, Values } from "../value.ts";
import { eitherOf } from "../value.ts";

/**
 * What a file assigns to a member of the object that one of its constants holds: `const db = {}; db.pets = …`. Undefined where it
 * never does. Under a computed key stands the model of that name: `db[model.name] = model`.
 */
export function assignedEntry(evaluation: Evaluation, { node, site: { model } }: CompositeValue, name: string): Values | undefined {
  if (node.form !== "record") return undefined;
  const holder = holderOf(model, node);
  if (!holder || !mayAssign(model, holder, name)) return undefined;
  const { assignments, computed } = settersIn(model);
  const set = valuesSet(evaluation, model, assignments.get(name) ?? [], (target) => target.kind === "member" && target.name === name && isHolder(target.object, holder, model));
  if (set.length > 0) return eitherOf(set);
  return modelUnder(evaluation, model, holder, computed, name);
}

/** The members that the variable which is declared with a literal is given by assignments of its file. */
export function membersAssigned({ node, site: { model } }: CompositeValue): readonly { readonly target: Member; readonly value: Expression }[] {
  const holder = node.form === "record" ? holderOf(model, node) : undefined;
  if (!holder || !model.file.text.includes(`${holder.name}.`)) return [];
  return [...settersIn(model).assignments.values()].flat().flatMap(({ targets, values }) =>
    targets.flatMap((target, index) => {
      const value = values[index];
      return target.kind === "member" && value && isHolder(target.object, holder, model) ? [{ target, value }] : [];
    }),
  );
}

const holders = new WeakMap<Expression, Binding | false>();

/** The constant or variable that is declared with a literal. */
export function holderOf(model: SourceModel, node: Expression): Binding | undefined {
  const known = holders.get(node);
  if (known !== undefined) return known || undefined;
  const holder = findHolder(model, node);
  holders.set(node, holder ?? false);
  return holder;
}

function findHolder(model: SourceModel, node: Expression): Binding | undefined {
  for (let scope: typeof model.scope | undefined = model.scopeAt(node.span.start); scope; scope = scope.parent) {
    for (const binding of scope.bindings.values()) if (binding.value && !binding.part && withoutConversion(binding.value) === node) return binding;
  }
  return undefined;
}

function withoutConversion(value: Expression): Expression {
  let inner = value;
  while (inner.kind === "conversion") inner = inner.operand;
  return inner;
}

/** By the file's text alone: its whole syntax is read only where that tells more. */
function mayAssign({ file: { text } }: SourceModel, holder: Binding, name: string): boolean {
  return text.includes(`${holder.name}.${name}`) || text.includes(`${holder.name}[`);
}

function isHolder(object: Expression, holder: Binding, model: SourceModel): boolean {
  return object.kind === "name" && object.name === holder.name && lookUp(model.scopeAt(object.span.start), object.name) === holder;
}

function valuesSet(evaluation: Evaluation, model: SourceModel, assignments: readonly Assignment[], isSought: (target: Expression) => boolean): readonly Value[] {
  return assignments.flatMap(({ targets, values }) =>
    targets.flatMap((target, index) => (values[index] && isSought(target) ? evaluation.evaluate(values[index], { model, frame: undefined }) : [])),
  );
}

/** The models of a list know their names; those of files that are read from a folder are found by theirs. */
function modelUnder(evaluation: Evaluation, model: SourceModel, holder: Binding, computed: readonly Assignment[], name: string): Values | undefined {
  const set = valuesSet(evaluation, model, computed, (target) => target.kind === "index" && isHolder(target.object, holder, model));
  if (set.length === 0) return undefined;
  const named = set.filter((value) => nameOfModel(evaluation, value) === name);
  if (named.length > 0) return eitherOf(named);
  if (set.some((value) => value.kind !== "unknown")) return undefined;
  for (const library of evaluation.world.libraries.withNamedModels(model.file.language)) {
    const found = modelNamed(evaluation, library, name, model.file.path);
    if (found) return [found];
  }
  return undefined;
}
