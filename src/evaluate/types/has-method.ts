import type { SourceModel } from "../../model/source-model.ts";
import type { FunctionNode } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import type { Value } from "../value.ts";
import { classAround, isOfClass } from "./constructors.ts";

/** Whether a value has a method, by that name or, where its class overrides it, through `super`. */
export function hasMethod(evaluation: Evaluation, value: Value, method: FunctionNode, model: SourceModel): boolean {
  const named = memberOfValues(evaluation, [value], method.name ?? "");
  if (named.some((member) => member.kind === "function" && member.model.file.path === model.file.path && member.node.span.start === method.span.start)) return true;
  const owner = classAround(model, method.span.start);
  return owner !== undefined && value.kind === "instance" && value.type.kind === "declared" && isOfClass(evaluation, value.type, owner);
}
