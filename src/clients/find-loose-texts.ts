import type { SourceModel } from "../model/source-model.ts";
import type { SqlText } from "../model/sql-text.ts";
import type { Expression, Statement, TextLiteral } from "../model/syntax.ts";
import { toSqlText } from "../model/sql-text.ts";
import { childrenOf } from "../model/walk-syntax.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { isText, piecesOf } from "../evaluate/evaluate-text.ts";
import { scopeName } from "./where-called.ts";
import { saysMessage } from "./message-calls.ts";

/** A text that reaches no known call of this file: its form alone tells whether it is a statement. */
export interface LooseText {
  readonly texts: readonly SqlText[];
  readonly scope: string;
}

/** Words with which a statement that writes can begin, anywhere in a literal. */
const WRITE_VERB = /\b(?:insert|update|delete|replace|merge|truncate|create|alter|drop|rename|copy|load|upsert|exec|execute|call|with|do|select)\b/i;

/** Every outermost text of a file that holds an SQL verb: literals, concatenations, format calls; arguments of log and error calls left out. */
export function findLooseTexts(model: SourceModel, evaluator: Evaluator): readonly LooseText[] {
  const loose: LooseText[] = [];
  const stack: (Expression | Statement)[] = [...model.statements].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "call" && saysMessage(node, model, evaluator)) continue;
    const text = isTextForm(node) && hasVerb(node) ? looseText(node, model, evaluator) : undefined;
    if (text) {
      loose.push(text);
      continue;
    }
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]!);
  }
  return loose;
}

function looseText(node: Expression, model: SourceModel, evaluator: Evaluator): LooseText | undefined {
  const values = evaluator.valuesOf(node.kind === "tagged" ? node.text : node, { model, frame: undefined }).filter(isText);
  if (values.length === 0) return undefined;
  const place = { path: model.file.path, span: node.span };
  return { texts: piecesOf(values, place).map(toSqlText), scope: scopeName(model, node.span.start) };
}

function isTextForm(node: Expression | Statement): node is Expression {
  return node.kind === "text" || node.kind === "tagged" || node.kind === "call" || (node.kind === "binary" && node.operator === "+");
}

/** Whether a literal of the expression holds a verb; functions inside it are their own expressions. */
function hasVerb(expression: Expression): boolean {
  const stack: (Expression | Statement)[] = [expression];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "text" && literalHasVerb(node)) return true;
    if (node.kind === "function") continue;
    stack.push(...childrenOf(node));
  }
  return false;
}

function literalHasVerb(literal: TextLiteral): boolean {
  return literal.parts.some((part) => part.kind === "run" && WRITE_VERB.test(part.text));
}
