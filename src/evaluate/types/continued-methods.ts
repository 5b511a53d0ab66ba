import type { Entity, Value, Values } from "../value.ts";

/**
 * Whether a class's own method calls the one of the same name that it stands for: `save() { return super.save(); }`. What that does a
 * call of it does too. https://developer.mozilla.org/docs/Web/JavaScript/Reference/Operators/super
 */
export function continuesBase({ declaration, model }: Pick<Entity, "declaration" | "model">, name: string, side: "static" | "instance"): boolean {
  if (declaration.form !== "class" || declaration.extends.length === 0) return false;
  const method = declaration.methods.find((each) => each.name === name && each.body && each.modifiers.includes("static") === (side === "static"));
  return method !== undefined && model.file.text.slice(method.span.start, method.span.end).includes(`super.${name}(`);
}

/** Of what a member may be the methods of a library. */
export function writesOf(members: Values = []): readonly Value[] {
  return members.filter((member) => member.kind === "client" && member.member.operation !== undefined);
}
