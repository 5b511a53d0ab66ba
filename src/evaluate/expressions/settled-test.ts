import type { Expression } from "../../model/syntax.ts";
import type { Site } from "../value.ts";
import { lookUp } from "./evaluate-name.ts";
import { findFrame } from "./find-frame.ts";
import { isFalse, isTrue } from "./is-true.ts";

/** Whether what a condition asks is so for the call that is followed, which settles it by `true` or `false`: `replace ? "REPLACE" : "INSERT"` inside of `insert(row, true)`. */
export function settledTest(test: Expression, site: Site): boolean | undefined {
  if (test.kind === "unary" && test.operator === "!") {
    const inner = settledTest(test.operand, site);
    return inner === undefined ? undefined : !inner;
  }
  if (isTrue(test)) return true;
  if (isFalse(test)) return false;
  return test.kind === "name" && site.frame ? settledParameter(test.name, test.span.start, site) : undefined;
}

function settledParameter(name: string, at: number, { model, frame }: Site): boolean | undefined {
  const parameter = lookUp(model.scopeAt(at), name)?.parameter;
  const called = parameter && findFrame(frame, (each) => each.function === parameter.function);
  const pattern = parameter?.function.parameters[parameter.index]?.pattern;
  if (!called?.written || called.spread || pattern?.kind !== "name") return undefined;
  const written = called.written[parameter!.index];
  if (written) return called.caller && settledTest(written, called.caller);
  return pattern.default && settledTest(pattern.default, { model, frame: undefined });
}
