import type { SourceModel } from "../model/source-model.ts";
import type { Expression, FunctionNode } from "../model/syntax.ts";
import { walkSyntax } from "../model/walk-syntax.ts";

const namesByModel = new WeakMap<SourceModel, ReadonlyMap<number, readonly string[]>>();

/** The names by which the function that begins at an offset can be called: its own, and those of what it is assigned to; of a constructor its class's. */
export function functionNames(model: SourceModel, start: number): readonly string[] {
  let names = namesByModel.get(model);
  if (!names) namesByModel.set(model, (names = collectNames(model)));
  return names.get(start) ?? [];
}

/** https://developer.mozilla.org/docs/Web/JavaScript/Reference/Classes/constructor */
const CONSTRUCTOR = "constructor";

function collectNames(model: SourceModel): ReadonlyMap<number, readonly string[]> {
  const names = new Map<number, readonly string[]>();
  const add = (value: Expression | FunctionNode | undefined, name: string | undefined): void => {
    if (value?.kind === "function" && name) names.set(value.span.start, [...(names.get(value.span.start) ?? []), name]);
  };
  walkSyntax(model.statements, (node) => {
    switch (node.kind) {
      case "function":
        return node.name === CONSTRUCTOR ? undefined : add(node, node.name);
      case "variable":
        return node.targets.forEach((target, index) => add(node.values[index], target.kind === "name" ? target.name : undefined));
      case "assignment":
        return node.targets.forEach((target, index) => add(node.values[index], target.kind === "name" || target.kind === "member" ? target.name : undefined));
      case "composite":
        return node.entries.forEach((entry) => add(entry.value, entry.name));
      case "type":
        node.methods.forEach((method) => method.name === CONSTRUCTOR && add(method, node.name));
        return node.fields.forEach((field) => add(field.value, field.name));
      default:
        return;
    }
  });
  return names;
}
