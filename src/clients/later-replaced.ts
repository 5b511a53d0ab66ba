import type { TextFunctions } from "../evaluate/texts/text-functions.ts";
import { textFunctionsOf } from "../evaluate/texts/functions/index.ts";
import type { Binding, SourceModel } from "../model/source-model.ts";
import type { Call, Expression } from "../model/syntax.ts";
import { calledName } from "./call-names.ts";

/**
 * The last of the calls that put something else in place of parts of a text, in the variable that begins with it:
 * `let sql = "DROP TABLE _TABLE_"; sql = sql.replace(/_TABLE_/g, table)`. What the text names before is nothing.
 */
export function laterReplaced(text: Expression, model: SourceModel): Call | undefined {
  const variable = variableOf(text, model);
  const functions = variable && variable.assignments.length > 0 ? textFunctionsOf(model.file.language) : undefined;
  if (!variable || !functions) return undefined;
  const calls = variable.assignments.flatMap(({ value, operator }) => (operator === "=" && value.kind === "call" && replaces(value, functions) && begins(value, variable.name) ? [value] : []));
  return calls.at(-1);
}

function variableOf(text: Expression, model: SourceModel): Binding | undefined {
  for (const binding of model.scopeAt(text.span.start).bindings.values()) if (binding.value === text) return binding;
  return undefined;
}

function replaces(call: Call, { methods, functions }: TextFunctions): boolean {
  const name = calledName(call);
  return [...Object.entries(methods), ...Object.entries(functions)].some(([each, { kind }]) => kind === "replace" && each.slice(each.lastIndexOf(".") + 1) === name);
}

/** Whether a chain of calls begins with a name, or a call is given it: `sql.replace(…).replace(…)`, `strings.ReplaceAll(sql, …)`. */
function begins(call: Call, name: string): boolean {
  let object: Expression = call;
  while (object.kind === "call" && object.callee.kind === "member") {
    if (object.arguments.some((argument) => isName(argument, name))) return true;
    object = object.callee.object;
  }
  return isName(object, name);
}

function isName(expression: Expression, name: string): boolean {
  return expression.kind === "name" && expression.name === name;
}
