import type { Call, Expression } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { listOf } from "./evaluate-member.ts";
import { listEntries } from "./entries-of-object.ts";
import { plainText } from "../texts/evaluate-text.ts";
import { importedValues } from "../find-declaration.ts";
import { instancesOfDeclared, typeValue } from "../types/find-type.ts";
import { instancesAt } from "../types/type-parameters.ts";
import type { Builtin } from "../texts/text-functions.ts";
import type { Site, Value, Values } from "../value.ts";
import { eitherOf, unknown } from "../value.ts";

/** What a builtin of the language makes: `new(User)`, `make([]User, 0)`, `append(list, element)`. */
export function applyBuiltin(evaluation: Evaluation, builtin: Builtin, call: Call, site: Site): Values {
  const [first, ...more] = call.arguments;
  if (!first && builtin === "list") return typeValue({ kind: "external", module: "", path: [calledName(call)] });
  if (!first) return unknown("it is not given");
  const values = evaluation.evaluate(first, site);
  switch (builtin) {
    case "instance":
      if (first.kind === "name" && values.every(isUndeclared)) return instancesAt(evaluation, { kind: "named", span: first.span, path: [first.name], arguments: [] }, site) ?? values;
      return eitherOf(...values.map((value) => newInstance(evaluation, value, more[0])));
    case "first":
      return values;
    case "list":
      return values.some((value) => value.kind === "list" || value.kind === "composite") && more.length === 0 ? values : typeValue({ kind: "external", module: "", path: [calledName(call)] });
    case "keys":
    case "values":
    case "entries":
      return listEntries(evaluation, values, builtin);
    case "module":
      return eitherOf(...values.map((value) => moduleNamed(evaluation, value, site)));
    case "append": {
      const added = more.map((argument) => ({ spread: argument.kind === "spread", values: evaluation.evaluate(argument, site) }));
      return eitherOf(...values.map((list) => appended(evaluation, list, added)));
    }
  }
}

function calledName({ callee }: Call): string {
  return callee.kind === "name" || callee.kind === "member" ? callee.name : "";
}

/** A type parameter is bound to no declaration. */
function isUndeclared(value: Value): boolean {
  return value.kind === "unknown" || (value.kind === "external" && value.module === "");
}

/** A list of length zero is known to be empty. */
function newInstance(evaluation: Evaluation, value: Value, length: Expression | undefined): Values {
  if (value.kind === "external") return typeValue({ kind: "external", module: value.module, path: value.path });
  if (value.kind !== "type") return unknown("its type is not known");
  const made = instancesOfDeclared(evaluation, value.declaration, value.model);
  const isEmpty = length?.kind === "literal" && length.raw === "0";
  if (!isEmpty || value.declaration.aliased?.kind !== "list") return made;
  return made.map((each) => ({ kind: "list", elements: [], ...(each.kind === "instance" && each.type.kind === "list" ? { of: each.type.element } : {}) }));
}

/** `require("./pets")(db)`. https://nodejs.org/api/modules.html#requireid */
function moduleNamed(evaluation: Evaluation, value: Value, { model }: Site): Values {
  const module = plainText(value);
  return module === undefined ? unknown("its module is told at run time") : importedValues(evaluation, model, { module, imported: "*" });
}

interface Added {
  readonly spread: boolean;
  readonly values: Values;
}

/** The list with the elements behind it; a list made at run time stays one. */
function appended(evaluation: Evaluation, list: Value, added: readonly Added[]): Values {
  const elements = listOf(evaluation, list);
  if (!elements) return [list];
  const more: Values[] = [];
  for (const { spread, values } of added) {
    const spreadOut = spread ? listOf(evaluation, values[0]!) : [values];
    if (!spreadOut) return unknown("it is a list made at run time");
    more.push(...spreadOut);
  }
  return [{ kind: "list", elements: [...elements, ...more], ...(list.kind === "list" && list.of ? { of: list.of } : {}) }];
}
