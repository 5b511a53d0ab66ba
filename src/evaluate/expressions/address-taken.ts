import type { Binding, SourceModel } from "../../model/source-model.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import { lookUp } from "./evaluate-name.ts";

const takenByModel = new WeakMap<SourceModel, ReadonlySet<Binding>>();

/** Whether a variable's address is handed on (`rows.Scan(&name)`): others may set it then. */
export function isAddressTaken(binding: Binding, model: SourceModel): boolean {
  let taken = takenByModel.get(model);
  if (!taken) takenByModel.set(model, (taken = collectTaken(model)));
  return taken.has(binding);
}

function collectTaken(model: SourceModel): ReadonlySet<Binding> {
  const taken = new Set<Binding>();
  walkSyntax(model.statements, (node) => {
    if (node.kind !== "call") return;
    for (const argument of node.arguments) {
      if (argument.kind !== "unary" || argument.operator !== "&" || argument.operand.kind !== "name") continue;
      const binding = lookUp(model.scopeAt(argument.span.start), argument.operand.name);
      if (binding) taken.add(binding);
    }
  });
  return taken;
}
