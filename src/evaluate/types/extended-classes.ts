import type { Call, Expression } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { listOf } from "../expressions/evaluate-member.ts";
import { lookUp } from "../expressions/evaluate-name.ts";
import type { Site, Value, Values } from "../value.ts";

/**
 * What a class extends. What mixins make of a class extends that one, whatever puts them together: `mixin(Base, [Named])`, `pipe(Named, Aged)(Base)`
 * (https://www.typescriptlang.org/docs/handbook/mixins.html, https://vincit.github.io/objection.js/api/objection/#mixin).
 */
export function classesExtended(evaluation: Evaluation, base: Expression, site: Site): Values {
  const values = evaluation.evaluate(base, site);
  if (values.some(({ kind }) => kind !== "unknown" && kind !== "external")) return values;
  const made = callBehind(evaluation, base, site);
  const given = made ? made.call.arguments.flatMap((argument) => evaluation.evaluate(argument, made.site)) : [];
  const classes = given.flatMap((value) => listOf(evaluation, value)?.flat() ?? [value]).filter(isClass);
  return classes.length > 0 ? classes : values;
}

function isClass(value: Value): boolean {
  return (value.kind === "type" && value.declaration.form === "class") || (value.kind === "client" && value.member.class !== undefined);
}

/** The call that an expression is, or that a constant of this or another file holds. */
function callBehind(evaluation: Evaluation, expression: Expression, site: Site): { readonly call: Call; readonly site: Site } | undefined {
  if (expression.kind === "call") return { call: expression, site };
  const binding = expression.kind === "name" ? lookUp(site.model.scopeAt(expression.span.start), expression.name) : undefined;
  if (binding?.value?.kind === "call") return { call: binding.value, site };
  if (!binding?.import) return undefined;
  const { modules, declarations } = evaluation.world;
  const resolution = modules.resolve(site.model.file.path, binding.import.module);
  const found = resolution.kind === "project" ? declarations.inFiles(resolution.paths, binding.import.imported) : undefined;
  return found?.binding.value?.kind === "call" ? { call: found.binding.value, site: { model: found.model, frame: undefined } } : undefined;
}
