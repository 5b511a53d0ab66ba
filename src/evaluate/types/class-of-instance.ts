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
    // A library's row is one of its model's class.
    const made = instance.kind !== "instance" ? undefined : instance.type.kind === "declared" ? instance.type : instance.table?.entity;
    if (instance.kind !== "instance" || made?.declaration.form !== "class") return [];
    const parameterOf = instance.parameterOf ?? handedTo ?? instance.selfIn;
    const madeIn = instance.type.kind === "declared" ? instance.type.madeIn : undefined;
    return [{ kind: "type", declaration: made.declaration, model: made.model, madeIn, ...(parameterOf ? { parameterOf } : {}) }];
  });
  return classes.length > 0 ? classes : undefined;
}
