import type { Scope, SourceModel } from "../../model/source-model.ts";
import type { FunctionNode } from "../../model/syntax.ts";

/** The method whose body an offset stands in. */
export function methodAround(model: SourceModel, offset: number): FunctionNode | undefined {
  for (let scope: Scope | undefined = model.scopeAt(offset); scope; scope = scope.parent) {
    if (scope.function && (scope.function.receiver || scope.parent?.type)) return scope.function;
  }
  return undefined;
}
