import type { Call, Index } from "../../model/syntax.ts";
import { argumentsOf, insideOf } from "./evaluate-call.ts";
import { lookUp } from "./evaluate-name.ts";
import type { Evaluation } from "../evaluator.ts";
import { holderOf } from "./grown-object.ts";
import { settersIn } from "../types/member-setters.ts";
import { textFunctionsOf } from "../texts/functions/index.ts";
import type { CompositeValue, FunctionValue, Site, Value, Values } from "../value.ts";
import { eitherOf, keyOfEntity } from "../value.ts";

/** What functions set on an object that they are handed: `describe(pet)`. */
export function filledEntry(evaluation: Evaluation, { node, site }: CompositeValue, name: string): Values | undefined {
  const binding = node.form === "record" && !node.type ? holderOf(site.model, node) : undefined;
  if (!binding) return undefined;
  const set: Value[] = [];
  for (const call of settersIn(site.model).handed.get(binding.name) ?? []) {
    const index = call.arguments.findIndex((argument) => argument.kind === "name" && argument.name === binding.name && lookUp(site.model.scopeAt(argument.span.start), argument.name) === binding);
    if (index >= 0) set.push(...setInside(evaluation, call, index, name, site));
  }
  const known = set.filter((value) => value.kind !== "unknown");
  return known.length > 0 ? eitherOf(known) : undefined;
}

/** What the functions that a call may be of set a property of one of their parameters to. */
function setInside(evaluation: Evaluation, call: Call, index: number, name: string, site: Site): Values {
  const callees = evaluation.evaluate(call.callee, site).filter((value): value is FunctionValue => value.kind === "function");
  return callees.flatMap((callee): Values => {
    const { node, model } = callee;
    const parameter = node.parameters[index]?.pattern;
    const setting = (settersIn(model).assignments.get(name) ?? []).filter(({ span, targets: [target] }) =>
      node.span.start <= span.start && span.end <= node.span.end && parameter?.kind === "name" && target?.kind === "member" && target.object.kind === "name" && target.object.name === parameter.name,
    );
    const inside = setting.length > 0 ? insideOf(callee, argumentsOf(evaluation, call, site), site) : undefined;
    return inside ? setting.flatMap(({ values }) => (values[0] ? evaluation.evaluate(values[0], inside) : [])) : [];
  });
}

/** What calls of its variable add to a list behind its literal: `pets.push(pet)`. */
export function addedElements(evaluation: Evaluation, { node, site }: CompositeValue): Values {
  const adders = node.form === "list" ? textFunctionsOf(site.model.file.language)?.adders : undefined;
  const binding = adders && holderOf(site.model, node);
  if (!binding) return [];
  return (settersIn(site.model).called.get(binding.name) ?? []).flatMap(({ callee, arguments: added }): Values => {
    if (callee.kind !== "member" || callee.object.kind !== "name" || !adders.includes(callee.name)) return [];
    if (lookUp(site.model.scopeAt(callee.object.span.start), callee.object.name) !== binding) return [];
    return added.flatMap((each) => (each.kind === "spread" ? [] : evaluation.evaluate(each, site)));
  });
}

/** What the file of a class puts under keys that are computed into one of the class's objects: `this.pets[id] = pet`. */
export function indexedEntries(evaluation: Evaluation, { object }: Index, site: Site): Values | undefined {
  if (object.kind !== "member") return undefined;
  const owners = evaluation.evaluate(object.object, site);
  const set: Value[] = [];
  for (const owner of owners) {
    if (owner.kind !== "instance" || owner.type.kind !== "declared") continue;
    const key = keyOfEntity(owner.type);
    const home: Site = { model: owner.type.model, frame: undefined };
    for (const { targets: [target], values: [value] } of settersIn(home.model).indexed.get(object.name) ?? []) {
      if (target?.kind !== "index" || target.object.kind !== "member" || !value) continue;
      const isOwn = evaluation.evaluate(target.object.object, home).some((each) => each.kind === "instance" && each.type.kind === "declared" && keyOfEntity(each.type) === key);
      if (isOwn) set.push(...evaluation.evaluate(value, home));
    }
  }
  const known = set.filter((value) => value.kind !== "unknown");
  return known.length > 0 ? eitherOf(known) : undefined;
}
