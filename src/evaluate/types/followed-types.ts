import type { Scope, SourceModel } from "../../model/source-model.ts";
import type { TypeDeclaration, TypeExpression } from "../../model/syntax.ts";
import type { Type } from "../value.ts";

/** What a generic type is written for, as far as it is known. */
export type Arguments = readonly (Type | undefined)[];

/** Generic types that are followed, with their arguments: an alias that comes back to itself stands for nothing else. */
const followed = new Map<TypeDeclaration, Arguments>();

export function isFollowed(declaration: TypeDeclaration): boolean {
  return followed.has(declaration);
}

/** Reads what a type has or stands for while its parameters are the arguments given. */
export function follow<Result>(declaration: TypeDeclaration, given: Arguments, read: () => Result): Result {
  followed.set(declaration, given);
  try {
    return read();
  } finally {
    followed.delete(declaration);
  }
}

/** What the type parameter of a type that is followed is: `T` of `type Proxy<T> = () => T`. */
export function argumentFollowed(from: Scope, name: string): Type | undefined {
  const parameter = parameterOfType(from, name);
  return parameter && followed.get(parameter.declaration)?.[parameter.index];
}

/** Whether a written type is a parameter of the type around that nothing tells: `T` in `class Store<T>`, where it is not followed for a `Store<Pet>`. */
export function isOpenParameter(written: TypeExpression, model: SourceModel): boolean {
  if (written.kind !== "named" || written.path.length !== 1) return false;
  const parameter = parameterOfType(model.scopeAt(written.span.start), written.path[0]!);
  return parameter !== undefined && followed.get(parameter.declaration)?.[parameter.index] === undefined;
}

function parameterOfType(from: Scope, name: string): { readonly declaration: TypeDeclaration; readonly index: number } | undefined {
  for (let scope: Scope | undefined = from; scope; scope = scope.parent) {
    const index = scope.type?.typeParameters?.findIndex((parameter) => parameter.name === name) ?? -1;
    if (index >= 0) return { declaration: scope.type!, index };
  }
  return undefined;
}
