import type { Field, FunctionNode } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import type { TypeValue, Values } from "../value.ts";
import { assignedStatic } from "./assigned-statics.ts";
import { asModel } from "./bases-of-type.ts";
import { continuesBase, writesOf } from "./continued-methods.ts";
import { classesExtended } from "./extended-classes.ts";
import { memberOf, unsaid } from "./find-member.ts";

const MAX_BASES = 12;

/** `Queries.update`: a static field or method, an enum's member; of a Go type, a method as a function. `owner` is the class that asks its bases. */
export function staticMember(evaluation: Evaluation, value: TypeValue, name: string, owner: TypeValue = value, depth = 0): Values {
  const { form } = value.declaration;
  const [fields, methods] = form === "class" ? [value.declaration.fields.filter(isStatic), value.declaration.methods.filter(isStatic)] : [value.declaration.fields, value.declaration.methods];
  const site = { model: value.model, frame: value.madeIn };
  const found = memberOf(evaluation, fields, methods, name, site, form === "class" ? owner : undefined);
  if (found && !(owner.parameterOf && found.every((each) => each.kind === "unknown"))) {
    return continuesBase(value, name, "static") ? [...found, ...writesOf(inheritedStatic(evaluation, value, name, owner, depth))] : found;
  }
  return inheritedStatic(evaluation, value, name, owner, depth) ?? assignedStatic(evaluation, value, name, value.model) ?? unsaid(`\`${name}\` is not declared`, owner);
}

/** A static member of what a class extends; undefined where none is known. */
export function inheritedStatic(evaluation: Evaluation, value: TypeValue, name: string, owner: TypeValue, depth = 0): Values | undefined {
  const site = { model: value.model, frame: value.madeIn };
  for (const base of depth < MAX_BASES ? value.declaration.extends : []) {
    const inherited = classesExtended(evaluation, base, site)
      .flatMap((each) => (each.kind === "type" ? staticMember(evaluation, each, name, owner, depth + 1) : memberOfValues(evaluation, [asModel(evaluation, each, "statics", owner)], name)));
    if (inherited.some((each) => each.kind !== "unknown")) return inherited;
  }
  return undefined;
}

function isStatic({ modifiers }: Field | FunctionNode): boolean {
  return modifiers.includes("static");
}
