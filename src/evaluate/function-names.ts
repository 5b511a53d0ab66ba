import type { SourceModel } from "../model/source-model.ts";
import type { Expression, FunctionNode } from "../model/syntax.ts";
import { walkTowards } from "../model/walk-syntax.ts";

/** The names by which a function of a file can be called: its own, and those of what it is assigned to; of a constructor its class's, and that by which extending classes call it. `start` is where the function begins. */
export function functionNames(model: SourceModel, start: number): readonly string[] {
  const names: string[] = [];
  const add = (value: Expression | FunctionNode | undefined, name: string | undefined): void => {
    if (value?.kind === "function" && name && value.span.start === start) names.push(name);
  };
  walkTowards(model.statements, { start, end: start }, (node) => {
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
        node.methods.forEach((method) => method.name === CONSTRUCTOR && [node.name, SUPER].forEach((name) => add(method, name)));
        return node.fields.forEach((field) => add(field.value, field.name));
      default:
        return;
    }
  });
  return names;
}

/** https://developer.mozilla.org/docs/Web/JavaScript/Reference/Classes/constructor */
const CONSTRUCTOR = "constructor";

/** https://developer.mozilla.org/docs/Web/JavaScript/Reference/Operators/super */
export const SUPER = "super";
