import type { Site } from "../evaluate/value.ts";
import type { Span } from "../model/place.ts";
import type { Call, Expression, Statement } from "../model/syntax.ts";
import { walkSyntax, walkTowards } from "../model/walk-syntax.ts";

/** Whether the function around a call hands the row that the call is given to one of these methods behind it: `em.assign(pet, data); em.persist(pet)`. */
export function isHandedLater({ arguments: [row], span }: Call, { model }: Site, methods: readonly string[]): boolean {
  if (row?.kind !== "name" || !methods.some((name) => model.file.text.includes(`${name}(`))) return false;
  let body = model.statements;
  walkTowards(model.statements, span, (node) => {
    if (node.kind === "function" && node.body) body = node.body.statements;
  });
  return isHandedTo(row.name, body, methods, { start: span.end, end: Infinity });
}

/** Whether a call of one of these methods that ends there is given a variable, by itself or in a list. */
export function isHandedTo(name: string, body: readonly Statement[], methods: readonly string[], { start, end }: Span): boolean {
  let found = false;
  walkSyntax(body, (node) => {
    found ||= node.kind === "call" && start < node.span.start && node.span.end <= end && node.callee.kind === "member" && methods.includes(node.callee.name) && node.arguments.some((argument) => names(argument, name));
    return !found;
  });
  return found;
}

function names(argument: Expression, name: string): boolean {
  if (argument.kind === "composite") return argument.entries.some(({ value }) => names(value, name));
  return argument.kind === "name" && argument.name === name;
}
