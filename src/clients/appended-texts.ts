import { conditionOf, lookUp } from "../evaluate/expressions/evaluate-name.ts";
import { settersIn } from "../evaluate/types/member-setters.ts";
import type { Binding, SourceModel } from "../model/source-model.ts";
import type { Call, Expression, Statement, TaggedText } from "../model/syntax.ts";
import { walkTowards } from "../model/walk-syntax.ts";

/** A text that a call writes behind another; more may follow it where the call stands in a loop. */
export interface AppendedText {
  readonly text: Expression;
  readonly again: boolean;
}

/** What calls write behind the text that a tag builds, in order: `` SQL`DELETE FROM `.append(name) ``, and `query.append(…)` of the variable that holds it. */
export function appendedTexts(tagged: TaggedText, appenders: readonly string[], model: SourceModel): readonly AppendedText[] {
  if (!appenders.some((name) => model.file.text.includes(`.${name}(`))) return [];
  const calls = chainOn(tagged, appenders, model);
  const whole = calls.at(-1) ?? tagged;
  const variable = variableOf(whole, model);
  return [...calls.map((call) => ({ call, again: false })), ...(variable ? callsOf(variable, appenders, model) : [])].flatMap(({ call, again }) => {
    const text = call.arguments[0];
    return text ? [{ text, again }] : [];
  });
}

/** The calls of a chain that begins with an expression, from the inside out. */
function chainOn(expression: Expression, methods: readonly string[], model: SourceModel): readonly Call[] {
  const around: (Expression | Statement)[] = [];
  walkTowards(model.statements, expression.span, (node) => void around.push(node));
  const calls: Call[] = [];
  let receiver = expression;
  for (let at = around.indexOf(expression) - 1; at >= 1; at -= 2) {
    const member = around[at]!;
    const call = around[at - 1]!;
    if (member.kind !== "member" || member.object !== receiver || !methods.includes(member.name) || call.kind !== "call" || call.callee !== member) break;
    calls.push(call);
    receiver = call;
  }
  return calls;
}

function variableOf(value: Expression, model: SourceModel): Binding | undefined {
  for (const binding of model.scopeAt(value.span.start).bindings.values()) if (binding.value === value) return binding;
  return undefined;
}

function callsOf(variable: Binding, methods: readonly string[], model: SourceModel): readonly { readonly call: Call; readonly again: boolean }[] {
  return (settersIn(model).called.get(variable.name) ?? []).flatMap((call) => {
    const { callee, span } = call;
    if (callee.kind !== "member" || callee.object.kind !== "name" || !methods.includes(callee.name)) return [];
    const scope = model.scopeAt(span.start);
    return lookUp(scope, variable.name) === variable ? [{ call, again: conditionOf({ scope }, undefined) === "loop" || scope.function !== model.scopeAt(variable.span.start).function }] : [];
  });
}
