import type { SourceModel } from "../../model/source-model.ts";
import type { Evaluation } from "../evaluator.ts";
import { evaluateThis } from "../expressions/evaluate-this.ts";
import { type FunctionValue, MAX_ALTERNATIVES, type Value } from "../value.ts";
import { isLeftToOthers } from "./left-open.ts";
import { methodAround } from "./method-around.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { subclassesOf } from "./set-by-subclasses.ts";

/** The method around an offset as each class has it that extends its class, where that leaves a method to them: what it runs may be what they make. */
export function methodInSubclasses(evaluation: Evaluation, offset: number, model: SourceModel): readonly FunctionValue[] {
  const node = methodAround(model, offset);
  const [self] = (node && evaluateThis(evaluation, offset, { model, frame: undefined })) ?? [];
  if (!node || self?.kind !== "instance" || self.type.kind !== "declared") return [];
  const owner = self.type;
  if (owner.declaration.form !== "class" || !owner.declaration.methods.some((method) => method !== node && isLeftToOthers(method, model))) return [];
  return evaluation.remember(owner.declaration, `subclasses at ${node.span.start}`, [], () =>
    subclassesOf(evaluation, owner).map(({ declaration, model: home }): FunctionValue => ({ kind: "function", node, model, receiver: [{ kind: "instance", type: { kind: "declared", declaration, model: home } }] })),
  );
}

/** A method that the class of a value leaves to those which extend it, as each of them has it. */
export function methodLeftToSubclasses(evaluation: Evaluation, { node, model, receiver = [] }: FunctionValue): readonly FunctionValue[] {
  const [self] = receiver;
  const { name } = node;
  if (name === undefined || self?.kind !== "instance" || self.type.kind !== "declared" || self.type.declaration.form !== "class" || !isLeftToOthers(node, model)) return [];
  const subclasses = subclassesOf(evaluation, self.type);
  if (subclasses.length > MAX_ALTERNATIVES) return [];
  const instances = subclasses.map(({ declaration, model: home }): Value => ({ kind: "instance", type: { kind: "declared", declaration, model: home } }));
  return memberOfValues(evaluation, instances, name).filter((value): value is FunctionValue => value.kind === "function" && value.node !== node);
}
