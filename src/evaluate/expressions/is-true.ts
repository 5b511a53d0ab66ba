import type { Expression } from "../../model/syntax.ts";

/** Whether an expression is `true` as it is written. */
export function isTrue(expression: Expression | undefined): boolean {
  return isWritten(expression, "true");
}

export function isFalse(expression: Expression | undefined): boolean {
  return isWritten(expression, "false");
}

function isWritten(expression: Expression | undefined, word: string): boolean {
  return (expression?.kind === "name" && expression.name === word) || (expression?.kind === "literal" && expression.raw === word);
}
