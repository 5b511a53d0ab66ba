import type { Expression } from "../../model/syntax.ts";

/** Whether an expression is `true` as it is written. */
export function isTrue(expression: Expression | undefined): boolean {
  return (expression?.kind === "name" && expression.name === "true") || (expression?.kind === "literal" && expression.raw === "true");
}
