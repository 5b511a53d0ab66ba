import type { SourceModel } from "../../model/source-model.ts";
import type { FunctionNode } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import type { Entity } from "../value.ts";
import { parameterProperty } from "./constructors.ts";
import { classesExtended } from "./extended-classes.ts";

/**
 * Whether a class leaves a field or getter to the classes that extend it: it is abstract, or all that it does is to throw
 * (typescriptlang.org/docs/handbook/2/classes.html, "abstract Classes and Members"). So does one that inherits it and says nothing.
 */
export function isLeftOpen(evaluation: Evaluation, { declaration, model }: Pick<Entity, "declaration" | "model">, name: string, depth = 0): boolean {
  if (declaration.form !== "class" || depth > MAX_BASES) return false;
  const field = declaration.fields.find((each) => each.name === name);
  if (field) return !field.value && field.modifiers.includes("abstract");
  const methods = declaration.methods.filter((each) => each.name === name);
  if (methods.length > 0) return methods.every((method) => method.modifiers.includes("get") && isLeftToOthers(method, model));
  if (parameterProperty(declaration, name)) return false;
  const bases = declaration.extends.flatMap((base) => classesExtended(evaluation, base, { model, frame: undefined }));
  return bases.some((base) => base.kind === "type" && isLeftOpen(evaluation, base, name, depth + 1));
}

const MAX_BASES = 4;

/** A method without a body, or one that only throws. */
export function isLeftToOthers({ body }: FunctionNode, { file: { text } }: SourceModel): boolean {
  if (!body) return true;
  const [only, ...more] = body.statements;
  return only?.kind === "expression" && more.length === 0 && text.startsWith("throw", only.span.start);
}
