import type { SourceModel } from "../../model/source-model.ts";
import type { Call, Composite, FunctionNode } from "../../model/syntax.ts";
import { walkTowards } from "../../model/walk-syntax.ts";

/** An object literal and the key under which it holds something. */
export interface HeldUnder {
  readonly object: Composite;
  readonly key: string;
}

/** Where a function stands in an object literal: the literal, those that hold it from the inside out, and the call that is given the outermost. */
export interface Holder extends HeldUnder {
  readonly around: readonly HeldUnder[];
  readonly call: Call | undefined;
}

/** The holder of a function that an object literal holds: `run(db, { save(db) { … } })`. Undefined of any other function. */
export function holderOfFunction(model: SourceModel, held: FunctionNode): Holder | undefined {
  const objects: HeldUnder[] = [];
  let call: Call | undefined;
  walkTowards(model.statements, held.span, (each) => {
    if (each.kind === "call") {
      call = each;
      objects.length = 0;
    }
    if (each.kind !== "composite" || each.form !== "record") return;
    const entry = each.entries.find(({ value }) => value.span.start <= held.span.start && held.span.end <= value.span.end);
    if (entry?.name !== undefined) objects.unshift({ object: each, key: entry.name });
  });
  const [inner, ...around] = objects;
  if (!inner?.object.entries.some(({ value }) => value === held)) return undefined;
  const outer = around.at(-1)?.object ?? inner.object;
  return { ...inner, around, call: call?.arguments.includes(outer) ? call : undefined };
}
