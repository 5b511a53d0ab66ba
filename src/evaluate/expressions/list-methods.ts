import type { Call } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { textFunctionsOf } from "../texts/functions/index.ts";
import type { Site, Values } from "../value.ts";
import { unknown } from "../value.ts";
import { elementsOf } from "./evaluate-member.ts";

/** What a method of a list gives: the list again, or one of its elements: `pets.filter(…)`, `pets.find(…)`. Undefined of anything else. */
export function listMethod(evaluation: Evaluation, { callee }: Call, site: Site): Values | undefined {
  if (callee.kind !== "member") return undefined;
  const { filters = [], arrangers = [], finders = [], pairers = [] } = textFunctionsOf(site.model.file.language) ?? {};
  const { name, object } = callee;
  const lists = (): Values | undefined => listsIn(evaluation.evaluate(object, site));
  if (filters.includes(name)) return lists();
  if (arrangers.includes(name)) return lists()?.map((list) => ({ kind: "list", elements: [elementsOf(evaluation, [list])] }));
  if (pairers.includes(name)) return lists()?.map((list) => ({ kind: "list", elements: [[{ kind: "list", elements: [unknown("it is a number"), elementsOf(evaluation, [list])] }]] }));
  const found = finders.includes(name) ? lists() : undefined;
  const elements = found ? elementsOf(evaluation, found) : [];
  return elements.some((value) => value.kind !== "unknown") ? elements : undefined;
}

function listsIn(receivers: Values): Values | undefined {
  const lists = receivers.filter((value) => value.kind === "list" || (value.kind === "composite" && value.node.form === "list") || (value.kind === "instance" && value.type.kind === "list"));
  return lists.length > 0 ? lists : undefined;
}
