import type { Evaluator } from "../evaluate/evaluator.ts";
import type { SourceModel, SyntaxNode } from "../model/source-model.ts";
import type { Call } from "../model/syntax.ts";
import { walkTowards } from "../model/walk-syntax.ts";

/**
 * Whether a function is one of an object that is handed to something that is not the project's, which gives nothing of it back:
 * `new ReadableStream({ start(controller) { … } })`. What calls it is not the project. `start` is where the function begins.
 */
export function isHandedOut(model: SourceModel, start: number, evaluator: Evaluator): boolean {
  const call = callTaking(model, start);
  const site = { model, frame: undefined };
  const isOurs = call === undefined || evaluator.valuesOf(call.callee, site).some(({ kind }) => kind === "function" || kind === "type");
  return !isOurs && !evaluator.valuesOf(call, site).some(({ kind }) => kind === "composite");
}

/** The call that takes the object in which the function stands, with no other function between. */
function callTaking(model: SourceModel, start: number): Call | undefined {
  const around: SyntaxNode[] = [];
  walkTowards(model.statements, { start, end: start }, (node) => around.push(node));
  const inner = around.slice(around.findLastIndex(({ kind, span }) => (kind === "function" || kind === "type") && span.start !== start) + 1);
  const last = inner.findLastIndex(({ kind }) => kind === "call");
  const call = inner[last];
  const isGiven = call?.kind === "call" && call.arguments.some(({ span }) => span.start <= start && start < span.end);
  return isGiven && inner.slice(last).some(({ kind }) => kind === "composite") ? call : undefined;
}
