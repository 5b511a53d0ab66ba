import type { Site, Values } from "../evaluate/value.ts";
import { isUntold } from "../evaluate/expressions/recognise-call.ts";
import { piecesOf } from "../evaluate/texts/evaluate-text.ts";
import type { Scope, SourceModel } from "../model/source-model.ts";
import type { Call, Expression, TaggedText, TypeExpression } from "../model/syntax.ts";
import { type SqlText, toSqlText } from "../model/sql-text.ts";
import { walkTowards } from "../model/walk-syntax.ts";
import type { ClientContext } from "./client-context.ts";
import type { StatementUse } from "./client-use.ts";
import { parametersOf } from "./helper-functions.ts";
import { saysMessage } from "./message-calls.ts";
import { mayBeStatement } from "./statement-literal.ts";
import { whereCalled } from "./where-called.ts";

/**
 * The statement that a call makes, or hands to something of which nothing is known, such as a wrapper whose module is not there,
 * where a parameter of the function around it names the table: its form tells that it is one, and the callers which table it is.
 */
export function untoldStatement(callees: Values, call: Call | TaggedText, site: Site, context: ClientContext): StatementUse | undefined {
  const { evaluator, calls } = context;
  const { model } = site;
  if (call.kind !== "call" || !isUntold(callees) || !standsInRunner(model, call.span.start)) return undefined;
  // What a caller hands over need not be what it is made on.
  if (site.frame && !isUntold(evaluator.valuesOf(call.callee, { model, frame: undefined }))) return undefined;
  const given = calls.statementsIn(call, model.file);
  const statementsOf = (text: Expression): readonly SqlText[] => {
    const values = evaluator.valuesOf(text, site).filter((value) => value.kind === "text");
    return piecesOf(values, { path: model.file.path, span: text.span }).map(toSqlText).filter(({ text }) => mayBeStatement(text));
  };
  const made = given.length > 0 ? statementsOf(call) : [];
  const texts = made.length > 0 ? made : given.flatMap(statementsOf);
  if (texts.length === 0) return undefined;
  const use: StatementUse = { ...whereCalled(call, site), kind: "statement", via: `${model.file.language}/text`, dialect: undefined, span: call.span, texts, writes: false, byForm: true };
  return (site.frame || parametersOf(use).length > 0) && !isMessage(call, site, context) ? use : undefined;
}

/** Whether a place lies in a function, and in none that gives texts: those who call that one run them. */
function standsInRunner(model: SourceModel, offset: number): boolean {
  let isInside = false;
  for (let scope: Scope | undefined = model.scopeAt(offset); scope; scope = scope.parent) {
    if (scope.function?.results.some(isText)) return false;
    isInside ||= scope.function !== undefined;
  }
  return isInside;
}

function isText(type: TypeExpression): boolean {
  return type.kind === "list" ? isText(type.element) : type.kind === "named" && type.path.length === 1 && type.path[0] === "string";
}

/** Whether a call is one that speaks to people, or makes a part of what one is given. */
function isMessage(call: Call, { model }: Site, { evaluator }: ClientContext): boolean {
  let speaks = false;
  walkTowards(model.statements, call.span, (node) => {
    speaks = node.kind !== "function" && (speaks || (node.kind === "call" && saysMessage(node, model, evaluator)));
  });
  return speaks;
}
