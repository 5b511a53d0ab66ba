import type { TypeExpression } from "../../model/syntax.ts";
import { type Passed, resultOfFunction } from "../expressions/evaluate-call.ts";
import type { Evaluation } from "../evaluator.ts";
import type { FunctionValue, Site, Values } from "../value.ts";

/** What a generic function gives, as its types tell it: `remember<T>(name: string, make: () => T): T` gives what `make` does. */
export function genericResult(evaluation: Evaluation, { node }: FunctionValue, passed: Passed, result: number, caller: Site | undefined): Values | undefined {
  const given = nameOf(node.results[result]);
  if (given === undefined || !node.typeParameters?.some(({ name }) => name === given)) return undefined;
  const values = node.parameters.flatMap(({ type }, index): Values => {
    const argument = passed.arguments[index] ?? [];
    if (nameOf(type) === given) return argument;
    if (type?.kind !== "function" || nameOf(type.results[0]) !== given) return [];
    return argument.flatMap((value) => (value.kind === "function" ? resultOfFunction(evaluation, value, { arguments: [] }, 0, caller) : []));
  });
  const known = values.filter((value) => value.kind !== "unknown");
  return known.length > 0 ? known : undefined;
}

/** The name of a type, or of what a promise is of. */
function nameOf(type: TypeExpression | undefined): string | undefined {
  if (type?.kind !== "named" || type.path.length !== 1) return undefined;
  return type.path[0] === "Promise" ? nameOf(type.arguments[0]) : type.path[0];
}
