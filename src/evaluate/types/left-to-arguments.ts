import type { SourceModel } from "../../model/source-model.ts";
import type { TypeExpression } from "../../model/syntax.ts";
import type { InstanceValue, TypeValue, UnknownValue, Value, Values } from "../value.ts";
import { isOpenParameter } from "./followed-types.ts";

/** A value of a library's type for the models that a generic class is written for, `Repository<T>` of `class Store<T>`: who calls the class's method around tells which. */
export function toldByArguments(values: Values | undefined, written: TypeExpression, model: SourceModel, receiver: InstanceValue | TypeValue | undefined): Values | undefined {
  const parameterOf = receiver?.kind === "instance" ? (receiver.selfIn ?? receiver.parameterOf) : undefined;
  if (!parameterOf || written.kind !== "named" || !written.arguments.some((argument) => isOpenParameter(argument, model))) return values;
  return values?.map((value) => (isOfAnyModel(value) ? { ...value, parameterOf } : value));
}

/** What a parameter of a constructor is by its type, where only those that construct the class tell its model. */
export function toldByConstruction(typed: Values, filled: Values): Values {
  const teller = filled.find((value): value is UnknownValue => value.kind === "unknown")?.parameterOf;
  return teller ? typed.map((value) => (value.kind === "instance" ? { ...value, parameterOf: teller } : value)) : typed;
}

/** A value of a library's type that stands for a model's table, of which the model is not told. */
export function isOfAnyModel(value: Value): value is InstanceValue {
  if (value.kind !== "instance" || value.type.kind !== "client" || value.table) return false;
  const { library, name } = value.type;
  return Object.hasOwn(library.types, name) && library.types[name]!.model !== undefined;
}
