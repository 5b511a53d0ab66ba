import type { Call } from "../../model/syntax.ts";
import { resultOfFunction } from "./evaluate-call.ts";
import { memberOfValues } from "./evaluate-member.ts";
import type { Evaluation } from "../evaluator.ts";
import type { Site, Value, Values } from "../value.ts";
import { eitherOf } from "../value.ts";

/**
 * What a promise gives on: `pets.find().then((pets) => pets[0])`. A value stands for the promise of it, so `catch`, `finally` and
 * Bluebird's `tap` give what they are called on. https://tc39.es/ecma262/#sec-promise.prototype.then
 */
export function resultOfPromise(evaluation: Evaluation, call: Call, site: Site): Values | undefined {
  const { callee } = call;
  if (callee.kind !== "member" || !PROMISE_METHODS.has(callee.name)) return undefined;
  const promised = evaluation.evaluate(callee.object, site).filter(mayBePromised);
  if (promised.length === 0) return undefined;
  const [handler] = call.arguments;
  if (callee.name !== "then" || !handler) return promised;
  const results = evaluation.evaluate(handler, site).flatMap((each) => (each.kind === "function" ? resultOfFunction(evaluation, each, { arguments: [promised] }, 0, site) : []));
  return results.length > 0 ? eitherOf(results) : undefined;
}

/** What a promise hands to the function that waits for it; Bluebird's `spread` hands over the elements of a list. */
export function promisedTo(evaluation: Evaluation, { callee, arguments: given }: Call, argument: number, index: number, site: Site): Values | undefined {
  if (callee.kind !== "member" || argument !== 0 || given.length === 0) return undefined;
  const hands = (callee.name === "then" || callee.name === "tap") && index === 0;
  if (!hands && callee.name !== "spread") return undefined;
  const promised = evaluation.evaluate(callee.object, site).filter(mayBePromised);
  if (promised.length === 0) return undefined;
  return hands ? promised : memberOfValues(evaluation, promised, String(index));
}

const PROMISE_METHODS = new Set(["then", "catch", "finally", "tap"]);

function mayBePromised({ kind }: Value): boolean {
  return kind === "instance" || kind === "list" || kind === "composite";
}
