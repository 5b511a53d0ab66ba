import type { BoundFunctions } from "../../model/client-member.ts";
import type { Scope, SourceModel } from "../../model/source-model.ts";
import type { FunctionNode } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import type { ClientValue, InstanceValue, Site, Values } from "../value.ts";
import { type Holder, holderOfFunction } from "./holder-of-function.ts";

/**
 * What `this` is in a function that an object literal holds: the object, and what a library that is given it calls the function on. An arrow function has none of its own.
 * https://developer.mozilla.org/docs/Web/JavaScript/Reference/Operators/this
 */
export function objectAround(evaluation: Evaluation, offset: number, site: Site): Values | undefined {
  const held = functionWithThis(site.model, offset);
  const holder = held && holderOfFunction(site.model, held);
  if (!holder) return undefined;
  return [...boundByLibrary(evaluation, holder, site), { kind: "composite", node: holder.object, site }];
}

/** Undefined where a class stands nearer. */
function functionWithThis(model: SourceModel, offset: number): FunctionNode | undefined {
  for (let scope: Scope | undefined = model.scopeAt(offset); scope && !scope.type; scope = scope.parent) {
    if (scope.function && !scope.function.modifiers.includes("arrow")) return scope.function;
  }
  return undefined;
}

function boundByLibrary(evaluation: Evaluation, { object, around, call }: Holder, site: Site): Values {
  if (!call || around.length > 1) return [];
  const argument = call.arguments.indexOf(around[0]?.object ?? object);
  const isBound = (bound: BoundFunctions): boolean => bound.argument === argument && bound.under === around[0]?.key;
  return evaluation.evaluate(call.callee, site).flatMap((callee): Values => {
    if (callee.kind !== "client") return [];
    const bound = callee.member.binds?.find(isBound);
    return bound ? evaluation.evaluate(call, site).flatMap((made) => (made.kind === "instance" ? boundTo(evaluation, callee, bound, made) : [])) : [];
  });
}

/** What the call gives, or a value of a type that is of the same table. */
function boundTo(evaluation: Evaluation, { library }: ClientValue, { type }: BoundFunctions, made: InstanceValue): Values {
  if (type === undefined) return [made];
  const own = evaluation.world.libraries.typeNamed(library, type);
  return own ? [{ ...made, type: own }] : [];
}
