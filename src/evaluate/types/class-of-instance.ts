import type { Member } from "../../model/syntax.ts";
import { methodAround } from "./method-around.ts";
import type { Site, Value, Values } from "../value.ts";

/**
 * `row.constructor`, `this.constructor`: the classes of instances, or classes that extend them where callers hand the
 * instances over. Undefined where the member is another or no class is known.
 * https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Object/constructor
 */
export function classesOf(instances: Values, { object, name }: Member, { model, frame }: Site): Values | undefined {
  if (name !== "constructor") return undefined;
  const method = object.kind === "name" && object.name === "this" && !frame ? methodAround(model, object.span.start) : undefined;
  const handedTo = method && { path: model.file.path, span: method.span };
  const classes = instances.flatMap((instance): readonly Value[] => {
    if (instance.kind !== "instance" || instance.type.kind !== "declared" || instance.type.declaration.form !== "class") return [];
    const parameterOf = instance.parameterOf ?? handedTo;
    return [{ kind: "type", declaration: instance.type.declaration, model: instance.type.model, madeIn: instance.type.madeIn, ...(parameterOf ? { parameterOf } : {}) }];
  });
  return classes.length > 0 ? classes : undefined;
}
