import type { Span } from "../../model/place.ts";
import type { SourceModel } from "../../model/source-model.ts";
import type { Call, Composite, Expression, FunctionNode } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { elementsOfComposite, typeOfComposite } from "../expressions/evaluate-composite.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { lookUp } from "../expressions/evaluate-name.ts";
import type { Entity, Site, Type, Value, Values } from "../value.ts";
import { entityOf } from "./table-of-entity.ts";

/** A model, and what gives its name; none where the model names itself. */
export interface RegisteredModel {
  readonly entity: Entity;
  readonly name: Values;
}

/** How far a registration is followed: through parameters, and fields that are filled elsewhere. */
const MAX_STEPS = 5;

/**
 * The models that two expressions stand for, with their names: written there; members of the elements of a list or of a struct
 * that is filled elsewhere (`for _, t := range tables { m.AddTableWithName(t.Model, t.Name) }`); or parameters that callers give.
 */
export function registeredModels(evaluation: Evaluation, model: Expression, name: Expression | undefined, site: Site, steps = 0): readonly RegisteredModel[] {
  const values = evaluation.evaluate(model, site);
  const held = name && heldTogether(model, name);
  if (held && name.kind === "member" && model.kind === "member") return modelsHeld(evaluation, { object: held, model: model.name, name: name.name }, site, steps);
  const entities = values.flatMap((value) => entityOf(evaluation, value) ?? []);
  if (entities.length > 0) {
    const names = name ? evaluation.evaluate(name, site) : [];
    return entities.map((entity) => ({ entity, name: names }));
  }
  return steps < MAX_STEPS ? modelsGiven(evaluation, model, name, site, steps) : [];
}

/** The object of which both are members. */
function heldTogether(model: Expression, name: Expression): Expression | undefined {
  if (model.kind !== "member" || name.kind !== "member" || model.object.kind !== "name" || name.object.kind !== "name") return undefined;
  return model.object.name === name.object.name ? model.object : undefined;
}

interface Held {
  readonly object: Expression;
  readonly model: string;
  readonly name: string;
}

function modelsHeld(evaluation: Evaluation, { object, model, name }: Held, site: Site, steps: number): readonly RegisteredModel[] {
  return evaluation.evaluate(object, site).flatMap((value): readonly RegisteredModel[] => {
    if (value.kind === "composite" && value.node.form === "list") return elementsOfComposite(evaluation, value).flatMap((element) => modelsIn(evaluation, element, model, name));
    if (value.kind === "composite") return modelsIn(evaluation, value, model, name);
    if (value.kind !== "instance" || value.type.kind !== "declared" || steps >= MAX_STEPS) return [];
    return literalsOf(evaluation, value.type).flatMap(({ node, model: home }) => {
      const entry = (field: string): Expression | undefined => node.entries.find((each) => each.name === field)?.value;
      const [target, named] = [entry(model), entry(name)];
      return target ? registeredModels(evaluation, target, named, { model: home, frame: undefined }, steps + 1) : [];
    });
  });
}

function modelsIn(evaluation: Evaluation, value: Value, model: string, name: string): readonly RegisteredModel[] {
  const names = memberOfValues(evaluation, [value], name);
  return memberOfValues(evaluation, [value], model).flatMap((each) => {
    const entity = entityOf(evaluation, each);
    return entity ? [{ entity, name: names }] : [];
  });
}

/** The literals of a struct anywhere in the project. */
function literalsOf(evaluation: Evaluation, { declaration, model: home }: Type & { readonly kind: "declared" }): readonly { readonly node: Composite; readonly model: SourceModel }[] {
  const found: { node: Composite; model: SourceModel }[] = [];
  for (const model of filesNaming(evaluation, declaration.name, home.file.language)) {
    walkSyntax(model.statements, (node) => {
      if (node.kind !== "composite" || node.form !== "record" || node.entries.length === 0) return;
      const type = typeOfComposite(evaluation, { kind: "composite", node, site: { model, frame: undefined } });
      if (type?.kind === "declared" && isDeclaredAt(type.declaration, type.model, declaration, home)) found.push({ node, model });
    });
  }
  return found;
}

/** What the callers of the function around hand over for its parameters. */
function modelsGiven(evaluation: Evaluation, model: Expression, name: Expression | undefined, site: Site, steps: number): readonly RegisteredModel[] {
  const given = parameterAt(model, site);
  if (!given) return [];
  const named = name && parameterAt(name, site);
  return callsOfFunction(evaluation, given.function, site.model).flatMap(({ call, model: home }) => {
    const caller: Site = { model: home, frame: undefined };
    const target = call.arguments[given.index];
    if (!target) return [];
    if (named?.function.span.start === given.function.span.start) return registeredModels(evaluation, target, call.arguments[named.index], caller, steps + 1);
    const names = name ? evaluation.evaluate(name, site) : [];
    return registeredModels(evaluation, target, undefined, caller, steps + 1).map(({ entity }) => ({ entity, name: names }));
  });
}

function parameterAt(expression: Expression, { model }: Site): { readonly function: FunctionNode; readonly index: number } | undefined {
  return expression.kind === "name" ? lookUp(model.scopeAt(expression.span.start), expression.name)?.parameter : undefined;
}

function callsOfFunction(evaluation: Evaluation, node: FunctionNode, home: SourceModel): readonly { readonly call: Call; readonly model: SourceModel }[] {
  const found: { call: Call; model: SourceModel }[] = [];
  const { file, packageName = "" } = home;
  for (const model of filesNaming(evaluation, node.name, file.language)) {
    // What stands elsewhere and has no receiver is called by way of its package, whose name is part of the path that is imported.
    if (!node.receiver && model.packageName !== packageName && !model.file.text.includes(packageName)) continue;
    walkSyntax(model.statements, (each) => {
      if (each.kind !== "call" || (each.callee.kind !== "member" && each.callee.kind !== "name") || each.callee.name !== node.name) return;
      const callees = evaluation.evaluate(each.callee, { model, frame: undefined });
      if (callees.some((callee) => callee.kind === "function" && isDeclaredAt(callee.node, callee.model, node, home))) found.push({ call: each, model });
    });
  }
  return found;
}

/** Files are read anew where there are many: what was declared before has another object then. */
function isDeclaredAt({ span }: { readonly span: Span }, { file }: SourceModel, other: { readonly span: Span }, home: SourceModel): boolean {
  return span.start === other.span.start && file.path === home.file.path;
}

function filesNaming(evaluation: Evaluation, name: string | undefined, language: SourceModel["file"]["language"]): readonly SourceModel[] {
  const paths = name === undefined ? [] : evaluation.world.models.mentioning(language, name);
  return paths.flatMap((path) => evaluation.world.models.of(path) ?? []);
}
