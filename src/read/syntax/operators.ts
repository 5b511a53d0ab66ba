import type { MarkText } from "../lexer/token-kinds.ts";
import { Mark } from "../lexer/token-kinds.ts";

/** Operators by token kind. */
export interface OperatorTable {
  /** How strongly a binary operator binds, 0 for none. */
  readonly powers: Uint8Array;
  readonly prefixes: Uint8Array;
  readonly assigns: Uint8Array;
  /** `a ** b ** c` is `a ** (b ** c)`. */
  readonly rightFirst: Uint8Array;
}

export interface OperatorRules {
  /** Binary operators from the weakest to the strongest, kinds of words among them. */
  readonly levels: readonly (readonly (MarkText | number)[])[];
  readonly prefixes: readonly (MarkText | number)[];
  /** Assignments inside expressions; empty where they are statements only. */
  readonly assignments: readonly MarkText[];
  readonly conditional: boolean;
  readonly rightFirst: readonly MarkText[];
}

export const ASSIGNMENT_POWER = 3;
export const CONDITIONAL_POWER = 4;
const FIRST_BINARY_POWER = 6;

export function compileOperators(rules: OperatorRules): OperatorTable {
  const powers = new Uint8Array(256);
  rules.levels.forEach((level, index) => level.forEach((operator) => (powers[kindOf(operator)] = FIRST_BINARY_POWER + 2 * index)));
  for (const mark of rules.assignments) powers[Mark[mark]] = ASSIGNMENT_POWER;
  if (rules.conditional) powers[Mark["?"]] = CONDITIONAL_POWER;
  return { powers, prefixes: kindSet(rules.prefixes), assigns: kindSet(rules.assignments), rightFirst: kindSet(rules.rightFirst) };
}

function kindSet(operators: readonly (MarkText | number)[]): Uint8Array {
  const set = new Uint8Array(256);
  for (const operator of operators) set[kindOf(operator)] = 1;
  return set;
}

function kindOf(operator: MarkText | number): number {
  return typeof operator === "number" ? operator : Mark[operator];
}
