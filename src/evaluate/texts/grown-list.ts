import type { Call } from "../../model/syntax.ts";
import { conditionOf, lookUp } from "../expressions/evaluate-name.ts";
import type { Evaluation } from "../evaluator.ts";
import { holderOf } from "../expressions/grown-object.ts";
import { settersIn } from "../types/member-setters.ts";
import { textFunctionsOf } from "./functions/index.ts";
import type { Site, Value, Values } from "../value.ts";
import { unknown } from "../value.ts";

/**
 * What calls add behind the elements that a list literal is written with, up to the call that joins it: `parts.push("SET name = ?")`. One
 * in a branch counts as made, as the longer text stands for the shorter; behind one in a loop, or in another function, more may follow.
 */
export function addedBehind(evaluation: Evaluation, list: Value, join: Call, site: Site): readonly Values[] {
  if (list.kind !== "composite" || list.node.form !== "list") return [];
  const { model } = list.site;
  const adders = textFunctionsOf(model.file.language)?.adders;
  const binding = adders && holderOf(model, list.node);
  if (!binding) return [];
  const isSeen = model === site.model && list.site.frame === site.frame && binding.scope.span.end >= join.span.end;
  const added: Values[] = [];
  for (const { callee, arguments: elements, span } of settersIn(model).called.get(binding.name) ?? []) {
    if (callee.kind !== "member" || callee.object.kind !== "name" || !adders.includes(callee.name)) continue;
    if (lookUp(model.scopeAt(callee.object.span.start), callee.object.name) !== binding) continue;
    if (isSeen && span.start > join.span.start) continue;
    const isOnce = isSeen && callee.name === "push" && conditionOf({ scope: model.scopeAt(span.start) }, join.span.start) !== "loop";
    const values = elements.map((element) => (element.kind === "spread" ? unknown("it grows") : evaluation.evaluate(element, list.site)));
    added.push(...(isOnce ? values : [...values.filter((each) => each.length === 1 || each.some(beginsStatement)), unknown("it grows")]));
  }
  return added;
}

/** Two words in a row: of many columns that a loop adds, `"name" = $1`, none tells more than another. */
function beginsStatement(value: Value): boolean {
  const first = value.kind === "text" ? value.pieces[0] : undefined;
  return first?.kind === "known" && /^\s*[a-z]+\s+[a-z]/i.test(first.text);
}
