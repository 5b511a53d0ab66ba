import type { Site } from "../evaluate/value.ts";
import type { Call, Expression } from "../model/syntax.ts";
import { walkSyntax, walkTowards } from "../model/walk-syntax.ts";

/** Whether the function around a call hands the row that the call is given to one of these methods behind it: `em.assign(pet, data); em.persist(pet)`. */
export function isHandedLater({ arguments: [row], span }: Call, { model }: Site, methods: readonly string[]): boolean {
  if (row?.kind !== "name" || !methods.some((name) => model.file.text.includes(`${name}(`))) return false;
  let found = false;
  let body = model.statements;
  walkTowards(model.statements, span, (node) => {
    if (node.kind === "function" && node.body) body = node.body.statements;
  });
  walkSyntax(body, (node) => {
    found ||= node.kind === "call" && node.span.start > span.end && node.callee.kind === "member" && methods.includes(node.callee.name) && node.arguments.some((argument) => names(argument, row.name));
    return !found;
  });
  return found;
}

function names(argument: Expression, name: string): boolean {
  if (argument.kind === "composite") return argument.entries.some(({ value }) => names(value, name));
  return argument.kind === "name" && argument.name === name;
}
